import { printable } from "../submission/index.js";
import type { Verdict } from "../Verdict.js";
import type { GradedTest } from "./Grade.js";

/** Verdicts that a person has to look at, and what a person reads of them before the tests that have them. */
const reasons: Readonly<Partial<Record<Verdict, string>>> = {
  pending: "Waiting for a person's points",
  judge_error: "The grader or the test failed",
};
/** Those that all tests of a submission have, with the same message. */
const wholeVerdicts: readonly Verdict[] = ["unreadable", "wrong_assignment"];

/**
 * Why a person has to look at a grade: a sentence for each kind of reason. What a person has decided already is none.
 */
export function reasonsForPerson(tests: readonly GradedTest[]): readonly string[] {
  const open = tests.filter(({ override }) => override === undefined);
  const whole = open.find(({ verdict }) => wholeVerdicts.includes(verdict));
  if (whole !== undefined) return [`${whole.verdict}: ${printable(whole.message, 300)}`];
  const kinds = Object.entries(reasons).flatMap(([verdict, reason]) => {
    const names = open.filter((test) => test.verdict === verdict).map(({ grade_id }) => printable(grade_id));
    return names.length === 0 ? [] : [`${reason}: ${names.join(", ")}.`];
  });
  return tests.length === 0 ? ["The assignment tests nothing."] : kinds;
}
