/** How many doubles lie between two doubles: 0 for the same, 1 for neighbours; NaN is infinitely far from everything. */
export function ulps(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.POSITIVE_INFINITY;
  const distance = position(a) - position(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The place of a double in the row of all doubles, 0 being both zeros. */
function position(value: number): bigint {
  const bits = new BigInt64Array(Float64Array.of(value).buffer)[0]!;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}
