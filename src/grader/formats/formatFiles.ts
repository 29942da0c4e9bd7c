import type { Grade } from "../gradebook/index.js";
import { courseraFeedback } from "./courseraFeedback.js";
import { gradescopeResults } from "./gradescopeResults.js";
import { prairielearnResults } from "./prairielearnResults.js";

/** Systems whose own kind of results can be written beside ours. */
export const formats = ["gradescope", "coursera", "prairielearn"] as const;
export type Format = (typeof formats)[number];

/**
 * The files that a system takes of a grade: their texts, by their paths below the student's folder.
 *
 * @param page the student's feedback.html
 */
export function formatFiles(format: Format, grade: Grade, page: string): ReadonlyMap<string, string> {
  switch (format) {
    case "gradescope":
      return new Map([["gradescope/results.json", json(gradescopeResults(grade))]]);
    case "coursera":
      return new Map([
        ["coursera/feedback.json", json(courseraFeedback(grade))],
        ["coursera/htmlFeedback.html", page],
      ]);
    case "prairielearn":
      return new Map([["prairielearn/results.json", json(prairielearnResults(grade))]]);
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
