/**
 * Names as a sentence lists them.
 *
 * @example
 * list(["W1", "b1", "W2"]); // W1, b1 and W2
 * list(["W1", "W2", "W3", "W4", "W5", "W6"]); // W1, W2, W3 and 3 more
 */
export function list(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 3), `${names.length - 3} more`] : [...names];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/**
 * Names and a verb, in the singular or plural.
 *
 * @example
 * listWith(["W1"], "is", "are"); // W1 is
 */
export function listWith(names: readonly string[], singular: string, plural: string): string {
  return `${list(names)} ${names.length === 1 ? singular : plural}`;
}

/**
 * A number as a sentence says it: four digits.
 *
 * @example
 * short(0.70710678); // 0.7071
 * short(10); // 10
 */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A name of the student's as a sentence shows it: short, and in one line. */
export function quoted(name: string): string {
  const line = name.replaceAll(/\s+/g, " ");
  return `\`${line.length > 30 ? `${line.slice(0, 29)}…` : line}\``;
}

/**
 * A ratio in words.
 *
 * @example
 * times(0.1); // 10 times too small
 * times(2); // 2 times too large
 */
export function times(ratio: number): string {
  if (short(ratio) === "-1") return "right except for the sign";
  const size = Math.abs(ratio);
  const sign = ratio < 0 ? ", with the wrong sign" : "";
  return size < 1 ? `${short(1 / size)} times too small${sign}` : `${short(size)} times too large${sign}`;
}
