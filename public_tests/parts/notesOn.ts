import type { Answer } from "../answer/Answer.js";
import { list, quoted } from "./words.js";

/**
 * What is worth a word about an answer that is right: numbers of another type, names that nobody asked for. None of it
 * costs the pass.
 *
 * @param keys the names of the parameters
 * @param first the call that was checked
 * @returns sentences
 */
export function notesOn(keys: readonly string[], first: Answer): string[] {
  const additional = [...first.entries.keys()].filter((key) => !keys.includes(key));
  return [
    ...whole(keys, first),
    ...(additional.length > 0
      ? [`The result also holds ${list(additional.map(quoted))}, which nothing here needs.`]
      : []),
  ];
}

function whole(keys: readonly string[], { entries }: Answer): string[] {
  const dtypeOf = (key: string) => entries.get(key)!.tensor!.dtype;
  const types = ["int32", "bool"].map(
    (dtype) => [dtype, keys.filter((key) => dtypeOf(key) === dtype)] as const,
  );
  return types
    .filter(([, found]) => found.length > 0)
    .map(
      ([dtype, found]) =>
        `The values are right, but the zeros of ${list(found)} are ${dtype}; weights are numbers with a fraction.`,
    );
}
