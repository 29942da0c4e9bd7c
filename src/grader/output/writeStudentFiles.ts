import { join } from "node:path";
import { renderFeedback } from "../feedback/index.js";
import type { Format } from "../formats/index.js";
import type { Grade } from "../gradebook/index.js";
import { type Packing, studentFiles } from "../packing/index.js";
import { writeChanged } from "./writeChanged.js";

export interface StudentFileOptions {
  readonly out: string;
  readonly formats: readonly Format[];
  readonly packings: readonly Packing[];
}

/**
 * Writes what a student gets beside results.json: the page, and what other systems take.
 *
 * @throws {UsageError} when it cannot be written
 */
export async function writeStudentFiles(grade: Grade, options: StudentFileOptions): Promise<void> {
  for (const [path, text] of studentFiles(grade, renderFeedback(grade), options)) {
    await writeChanged(join(options.out, grade.folder, path), text);
  }
}
