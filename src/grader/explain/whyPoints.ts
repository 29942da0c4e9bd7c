import type { TestResult } from "../results/index.js";
import type { Verdict } from "../Verdict.js";

/** What each verdict means for the points, for the person who hears an appeal. */
const reasons: Readonly<Record<Verdict, string>> = {
  passed: "The test came to its end, its hidden part included, and everything was right: all points.",
  failed: "The test ran, and something was not right: a failed test gives no points.",
  not_run:
    "What the test asks for was not there, or its cell could not run. A test that did not run has not passed.",
  aborted:
    "The grader stopped the submission, which put out too much or took its process down again and again.",
  timeout: "The time was used up, and was again when the submission ran with no other one beside it.",
  out_of_memory: "The memory was used up, and was again when the submission ran with no other one beside it.",
  crashed: "The submission ended its process, or answered what no answer may be, twice.",
  type_error:
    "The exercise does not type-check, and the rule for this run is that types count (--types strict).",
  unreadable: "The file is no notebook, so nothing could be tested.",
  wrong_assignment: "The file is of another assignment or another version of it, so nothing was tested.",
  pending: "A person decides. Until a line of overrides.csv says so, it counts as 0.",
  judge_error: "The grader or the test itself is at fault, and not the student. A person has to look.",
};

/**
 * Why a test gave the points it gave, in a sentence or two.
 *
 * @example
 * whyPoints({ grade_id: "t", verdict: "failed", points: 1, max_points: 2, visibility: "visible", message: "" }); // The test ended with a number, which is its points: 1 of 2.
 */
export function whyPoints({ verdict, points, max_points, visibility }: TestResult): string {
  if (verdict === "failed" && points > 0) {
    return `The test ended with a number, which is its points: ${points} of ${max_points}.`;
  }
  const hidden = "Everything that students can see was right; the test that failed is a hidden one.";
  return verdict === "failed" && visibility === "hidden" ? `${reasons.failed} ${hidden}` : reasons[verdict];
}
