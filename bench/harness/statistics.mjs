// @ts-check

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/**
 * The ratios of two programs' times, round by round: what slows down a round slows down both.
 *
 * @param {readonly number[]} times
 * @param {readonly number[]} others
 * @returns {{ median: number, min: number, max: number }}
 */
export function ratios(times, others) {
  const each = times.map((time, round) => time / (others[round] ?? Number.NaN));
  return { median: median(each), min: Math.min(...each), max: Math.max(...each) };
}
