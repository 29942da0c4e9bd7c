import { readFileSync } from "node:fs";
import { writeWhole } from "../../notebook/index.js";
import { writing } from "./writing.js";

/**
 * Writes a text file, whole or not at all, unless it says just that already.
 *
 * @throws {UsageError} when it cannot be written
 */
export async function writeChanged(file: string, text: string): Promise<void> {
  const content = Buffer.from(text, "utf8");
  if (earlierContent(file)?.equals(content)) return;
  await writing(file, () => writeWhole(file, content));
}

function earlierContent(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
