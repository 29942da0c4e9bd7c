import type { Answer } from "./Answer.js";
import type { Value } from "./Value.js";

/**
 * Whether two calls gave the same: the same names, and under each the same shape and the very same numbers.
 *
 * @example
 * sameAnswer(readAnswer({ b1: tf.zeros([1, 1]) }), readAnswer({ b1: tf.ones([1, 1]) })); // False
 */
export function sameAnswer(first: Answer, second: Answer): boolean {
  return difference(first, second) === undefined;
}

/**
 * Says what the second of two calls gave otherwise than the first: an error, another kind of result, or the first
 * parameter that differs.
 *
 * @returns undefined when they gave the same
 */
export function difference(first: Answer, second: Answer): string | undefined {
  if (second.outcome !== first.outcome) return second.error ? `an error: ${second.error}` : second.value.text;
  if (second.value.kind !== first.value.kind) return second.value.text;
  const keys = [...new Set([...first.entries.keys(), ...second.entries.keys()])];
  const key = keys.find((name) => !sameValue(first.entries.get(name), second.entries.get(name)));
  return key === undefined ? undefined : `another ${key}`;
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a?.kind !== b?.kind) return false;
  if (!a?.tensor || !b?.tensor) return true;
  const others = b.tensor.values;
  return a.text === b.text && a.tensor.values.every((value, i) => Object.is(value + 0, others[i]! + 0));
}
