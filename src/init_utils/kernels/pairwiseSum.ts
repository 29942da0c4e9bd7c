/** Up to this many numbers are added with eight running sums; more are halved first. */
const block = 128;

/**
 * The sum of `values[start]` to `values[start + count - 1]`, added pairwise in NumPy's order.
 *
 * The error of a plain running sum grows with the count, this one's with its logarithm; and a cost that is
 * exactly ln 2 comes out as ln 2 to the last digit, as it does in NumPy.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.sum.html (the notes on precision)
 */
export function pairwiseSum(values: Float64Array, start: number, count: number): number {
  if (count < 8) return runningSum(values, start, count, 0);
  if (count <= block) return blockSum(values, start, count);
  const half = Math.floor(count / 2);
  const first = half - (half % 8);
  return pairwiseSum(values, start, first) + pairwiseSum(values, start + first, count - first);
}

function runningSum(values: Float64Array, start: number, count: number, initial: number): number {
  let sum = initial;
  for (let j = start; j < start + count; j++) sum += values[j]!;
  return sum;
}

function blockSum(values: Float64Array, start: number, count: number): number {
  const end = start + count - (count % 8);
  let [r0, r1, r2, r3, r4, r5, r6, r7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let j = start; j < end; j += 8) {
    r0 += values[j]!;
    r1 += values[j + 1]!;
    r2 += values[j + 2]!;
    r3 += values[j + 3]!;
    r4 += values[j + 4]!;
    r5 += values[j + 5]!;
    r6 += values[j + 6]!;
    r7 += values[j + 7]!;
  }
  return runningSum(values, end, count % 8, r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7)));
}
