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
  const r = values.slice(start, start + 8);
  for (let j = start + 8; j < end; j += 8) {
    for (let lane = 0; lane < 8; lane++) r[lane]! += values[j + lane]!;
  }
  const sum = r[0]! + r[1]! + (r[2]! + r[3]!) + (r[4]! + r[5]! + (r[6]! + r[7]!));
  return runningSum(values, end, count % 8, sum);
}
