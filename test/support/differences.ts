import type { Tensor } from "init_utils";

/**
 * The largest |a - b| / max(|b|, floor) over all pairs; infinite when lengths differ or a NaN meets a number.
 *
 * @param floor below this size of b the difference counts absolutely, as floor would: for numbers that are the small
 *   remainder of large ones.
 */
export function largestDifference(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  floor = Number.MIN_VALUE,
): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [actual[i]!, expected[i]!];
    if (Object.is(a, b) || a === b) continue;
    const difference = Math.abs(a - b) / Math.max(Math.abs(b), floor);
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return largest;
}

export function differenceOf(actual: Tensor, expected: Tensor, floor?: number): number {
  if (actual.shape.join() !== expected.shape.join()) return Number.POSITIVE_INFINITY;
  return largestDifference(actual.dataSync(), expected.dataSync(), floor);
}
