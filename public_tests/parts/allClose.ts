/**
 * Whether two rows of numbers agree: |a - b| ≤ 1e-8 + 1e-5·|b| for every pair. NaN never agrees with anything.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.allclose.html (the same tolerances)
 * @example
 * allClose([1.000001], [1]); // True
 * allClose([Number.NaN], [Number.NaN]); // False
 */
export function allClose(actual: ArrayLike<number>, expected: readonly number[]): boolean {
  if (actual.length !== expected.length) return false;
  return expected.every((b, i) => Math.abs(Number(actual[i]) - b) <= 1e-8 + 1e-5 * Math.abs(b));
}
