import type { Verdict } from "../Verdict.js";

/**
 * The verdict of a whole submission, from those of its tests: `judge_error` or `pending` where there is one of them,
 * `passed` when all passed, else what all lost tests have in common, else `failed`. Where nothing was tested, a person
 * has to look.
 *
 * @example
 * overallVerdict(["passed", "timeout"]); // timeout
 */
export function overallVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("judge_error")) return "judge_error";
  if (verdicts.includes("pending") || verdicts.length === 0) return "pending";
  const lost = [...new Set(verdicts.filter((verdict) => verdict !== "passed"))];
  if (lost.length === 0) return "passed";
  return lost.length === 1 ? (lost[0] ?? "failed") : "failed";
}
