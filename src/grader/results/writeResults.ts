import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "./Results.js";
import { serializeResults } from "./serializeResults.js";

/**
 * Writes `folder/results.json`, whole or not at all: the text goes into a file beside it, which then takes its name.
 *
 * @returns the file
 */
export async function writeResults(folder: string, results: Results): Promise<string> {
  const text = serializeResults(results);
  await mkdir(folder, { recursive: true });
  const file = join(folder, "results.json");
  const beside = join(folder, `.results.${randomBytes(4).toString("hex")}.tmp`);
  try {
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return file;
}
