import type { Grade } from "../gradebook/index.js";

/** The part of all points that a grade has, from 0 to 1: systems that take a fraction take no more than all. */
export function fractionOf({
  score,
  maxScore,
  verdict,
}: Pick<Grade, "score" | "maxScore" | "verdict">): number {
  if (maxScore === 0) return verdict === "passed" ? 1 : 0;
  return Math.min(1, score / maxScore);
}
