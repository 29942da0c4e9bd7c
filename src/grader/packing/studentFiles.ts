import { type Format, formatFiles } from "../formats/index.js";
import type { Grade } from "../gradebook/index.js";
import { canvasNotebook } from "./canvasLayout.js";
import { feedbackNotebook } from "./feedbackNotebook.js";
import type { Packing } from "./packFeedback.js";

/**
 * All files of a student beside results.json: their texts, by their paths below the student's folder.
 *
 * @param page the text of feedback.html
 */
export function studentFiles(
  grade: Grade,
  page: string,
  { formats, packings }: { readonly formats: readonly Format[]; readonly packings: readonly Packing[] },
): ReadonlyMap<string, string> {
  return new Map([
    ["feedback.html", page],
    ...formats.flatMap((format) => [...formatFiles(format, grade, page)]),
    ...(packings.includes("canvas") ? [[canvasNotebook, feedbackNotebook(grade)] as const] : []),
  ]);
}
