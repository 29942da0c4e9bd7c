import type { Verdict } from "../Verdict.js";

/** How good news is: `part` is both, `wait` neither. */
export type Tone = "good" | "bad" | "part" | "wait";

export interface VerdictWords {
  readonly tone: Tone;
  /** Two or three words. */
  readonly label: string;
  /** What the verdict means for the student, and what to do; empty where the message says it. */
  readonly advice: string;
}

/** What students are told of a verdict. */
export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  passed: { tone: "good", label: "All right", advice: "" },
  failed: { tone: "bad", label: "Not right yet", advice: "" },
  not_run: {
    tone: "bad",
    label: "Did not run",
    advice:
      "There was nothing to test. Restart the kernel, run all cells from the top, and see that each one works.",
  },
  aborted: {
    tone: "bad",
    label: "Stopped",
    advice: "Look for a loop that prints without end, and for a cell that ends the program.",
  },
  timeout: {
    tone: "bad",
    label: "Out of time",
    advice: "Look for a loop that never ends, or for work that grows with every round.",
  },
  out_of_memory: {
    tone: "bad",
    label: "Out of memory",
    advice: "Look for a list or a tensor that grows without end.",
  },
  crashed: {
    tone: "bad",
    label: "Crashed",
    advice: "Look for a cell that ends the program, or for a result that holds something odd.",
  },
  type_error: {
    tone: "bad",
    label: "Types do not fit",
    advice: "In this course the types count: mend what is underlined in red in the notebook.",
  },
  unreadable: {
    tone: "bad",
    label: "Not readable",
    advice: "Save the notebook again and hand in that file.",
  },
  wrong_assignment: {
    tone: "bad",
    label: "Another assignment",
    advice: "Look whether you handed in the file that you meant.",
  },
  pending: {
    tone: "wait",
    label: "For a person to read",
    advice: "A person reads this answer and gives its points.",
  },
  judge_error: {
    tone: "wait",
    label: "Our fault",
    advice:
      "Something went wrong on our side and not on yours. Your teachers see this too, and will look at it.",
  },
};

/** What is said where a test that students do not see was not passed. */
export const hiddenAdvice =
  "Besides the tests in your notebook there are some that you do not see, with other inputs. Does your code go by what it is given, whatever the numbers are?";

/**
 * Words and tone for a test with its points: some of the points are neither all nor nothing.
 *
 * @example
 * wordsFor({ verdict: "failed", points: 1, max_points: 2 }).label; // Partly right
 */
export function wordsFor(test: {
  readonly verdict: Verdict;
  readonly points: number;
  readonly max_points: number;
}): VerdictWords {
  const isPartly = test.verdict === "failed" && test.points > 0 && test.points < test.max_points;
  return isPartly ? { tone: "part", label: "Partly right", advice: "" } : verdictWords[test.verdict];
}

/**
 * Points as people write them.
 *
 * @example
 * pointsText(1 / 3); // 0.33
 */
export function pointsText(points: number): string {
  return String(Number(points.toFixed(2)));
}

/** The points of a test; a dash where nobody has given any yet. */
export function earned({ verdict, points }: { readonly verdict: Verdict; readonly points: number }): string {
  return verdict === "pending" ? "–" : pointsText(points);
}

/**
 * What a test is about: its grade_id without the word that says it is a test.
 *
 * @example
 * titleOf("forward_propagation_test"); // forward_propagation
 */
export function titleOf(gradeId: string): string {
  return gradeId.replace(/[-_]?tests?$/i, "") || gradeId;
}
