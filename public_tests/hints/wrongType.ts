import type { Evidence } from "../answer/Evidence.js";
import type { Value } from "../answer/Value.js";
import { listWith } from "../parts/words.js";

/** A kind of value as a sentence says it, singular and plural, and what to do about it. */
const kinds: Partial<Record<Value["kind"], readonly [one: string, many: string, advice: string]>> = {
  null: [
    "null",
    "null",
    "the placeholder is still there, and two lines take its place: one makes W, one makes b.",
  ],
  undefined: ["undefined", "undefined", "the name is there, but nothing was computed for it."],
  array: ["an array", "arrays", "tf.zeros, random.randn and tf.tensor make tensors."],
  promise: ["a promise", "promises", "leave `async` away, nothing here has to be waited for."],
  function: ["a function", "functions", "are the parentheses missing that call it?"],
  disposed: [
    "a disposed tensor",
    "disposed tensors",
    "what is returned must neither be disposed nor made inside tf.tidy.",
  ],
};

/**
 * Says what a parameter is that should be a tensor.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongType({ first, expected }: Evidence): string | undefined {
  const wrong = Object.keys(expected).filter((key) => first.entries.get(key)?.kind !== "tensor");
  const value = first.entries.get(wrong[0] ?? "");
  if (!value) return undefined;
  const alike = wrong.filter((key) => {
    const other = first.entries.get(key);
    return other?.kind === value.kind && (value.kind !== "number" || other.text === value.text);
  });
  if (value.kind === "number") {
    const what = `the number ${value.text}`;
    return `${listWith(alike, `is ${what}, not a tensor`, `are ${what}, not tensors`)}: ${numberAdvice(value)}`;
  }
  const kind = kinds[value.kind];
  if (!kind) return undefined;
  const [one, many, advice] = kind;
  if (value.kind === "disposed") return `${listWith(alike, `is ${one}`, `are ${many}`)}: ${advice}`;
  return `${listWith(alike, `is ${one}, not a tensor`, `are ${many}, not tensors`)}: ${advice}`;
}

function numberAdvice({ text }: Value): string {
  if (text === "NaN")
    return "is there a `*` or `/` between a tensor and a number, where TypeScript needs tf.mul or .mul?";
  return "every parameter is a matrix, a bias one with a row for every unit and one column.";
}
