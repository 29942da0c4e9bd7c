import { readFile } from "node:fs/promises";
import { writeWhole } from "../../notebook/index.js";
import { writing } from "./writing.js";

/**
 * Writes a text file, whole or not at all, unless it says just that already.
 *
 * @throws {UsageError} when it cannot be written
 */
export async function writeChanged(file: string, text: string): Promise<void> {
  const content = Buffer.from(text, "utf8");
  const earlier = await readFile(file).catch(() => undefined);
  if (earlier?.equals(content)) return;
  await writing(file, () => writeWhole(file, content));
}
