import type { Grade } from "../gradebook/index.js";
import { fractionOf } from "./fractionOf.js";
import { plainText } from "./plainText.js";
import { submissionLines } from "./submissionLines.js";
import { testLines } from "./testLines.js";

/** Coursera's `feedback.json`. */
export interface CourseraFeedback {
  readonly fractionalScore: number;
  readonly feedback: string;
  /** `HTML`: what the student sees is `htmlFeedback.html` beside it, and `feedback` is shown nowhere. */
  readonly feedbackType: "HTML";
}

/**
 * What Coursera takes of a grade. It knows no hidden tests: what rests on one is told in general words, as in every
 * feedback.
 *
 * Source: https://github.com/coursera/programming-assignments-demo/blob/master/custom-graders/v2/README.md, and what
 * https://github.com/coursera/coursera_autograder/blob/master/coursera_autograder/commands/grade.py checks
 */
export function courseraFeedback(grade: Grade): CourseraFeedback {
  const tests = grade.tests.flatMap((test) => [
    `${test.grade_id}: ${test.points} of ${test.max_points} points.`,
    ...testLines(test).map((line) => `  ${line}`),
  ]);
  return {
    fractionalScore: fractionOf(grade),
    feedback: plainText([...submissionLines(grade), ...tests], 20_000),
    feedbackType: "HTML",
  };
}
