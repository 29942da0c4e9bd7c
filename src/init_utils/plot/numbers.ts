export type Range = readonly [number, number];

/** The smallest and the largest of at least one number, which may be a million numbers. */
export function extent(values: readonly number[]): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** A range with a share of its length added at both ends; one without a length gets some. */
export function padded([low, high]: Range, share: number): Range {
  const size = Math.max(Math.abs(low), Math.abs(high)) || 1;
  // Less than this is rounding, and magnifying it would show a flat line as mountains.
  const length = Math.max(high - low, size * 1e-6);
  const pad = high - low < size * 1e-6 ? size * 0.1 : length * share;
  return [low - pad, high + pad];
}

/** A number for a sentence: four digits are enough. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A whole number for a sentence: 14,000. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Whether two ranges are alike enough to be drawn to the same scale. */
export function comparable(a: Range, b: Range): boolean {
  const ratio = (a[1] - a[0]) / (b[1] - b[0]);
  return ratio > 1 / 3 && ratio < 3;
}
