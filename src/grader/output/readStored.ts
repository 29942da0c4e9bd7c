import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Results, serializeResults } from "../results/index.js";

/**
 * Reads results that an earlier run wrote.
 *
 * @returns nothing where there are none, and for a file that this version would not have written byte by byte: one that
 *   is broken, of another version, or changed by hand
 */
export async function readStored(folder: string): Promise<Results | undefined> {
  try {
    const text = await readFile(join(folder, "results.json"), "utf8");
    const results = JSON.parse(text) as Results;
    return serializeResults(results) === text ? results : undefined;
  } catch {
    return undefined;
  }
}
