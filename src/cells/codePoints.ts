/**
 * Turns an offset in code points, as Jupyter counts, into one in UTF-16 code units, as JavaScript counts.
 *
 * @example
 * toCodeUnits("🙂a", 1); // 2
 */
export function toCodeUnits(text: string, codePoints: number): number {
  let units = 0;
  for (let left = codePoints; left > 0 && units < text.length; left--) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/**
 * The way back: how many code points stand before an offset in code units. An offset in the middle of a pair
 * counts as after it.
 *
 * @example
 * toCodePoints("🙂a", 2); // 1
 */
export function toCodePoints(text: string, codeUnits: number): number {
  let points = 0;
  for (let at = 0; at < codeUnits && at < text.length; points++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return points;
}
