import { type Answer, missingAnswer, readAnswer, thrownAnswer } from "./Answer.js";
import { readValue } from "./Value.js";

/** A function under test: takes the sizes of the layers; what it returns is what the checks are for. */
export type Target = (layers_dims: number[]) => unknown;

/**
 * Calls the student's function once, with an array of its own, and reads what comes back.
 *
 * Never throws, whatever the function does.
 *
 * @param target the student's function, or what stands in its place
 * @param layers_dims the sizes of the layers it is called with
 * @example
 * callTarget(() => ({ b1: 0 }), [2, 1]).entries.get("b1")?.text; // 0
 */
export function callTarget(target: Target, layers_dims: readonly number[]): Answer {
  if (typeof target !== "function") return missingAnswer(target, layers_dims);
  const argument = [...layers_dims];
  let answer: Answer;
  try {
    answer = readAnswer(target(argument), layers_dims);
  } catch (error) {
    answer = thrownAnswer(error, layers_dims);
  }
  const same = argument.length === layers_dims.length && layers_dims.every((size, l) => size === argument[l]);
  return same ? answer : { ...answer, changed: readValue(argument) };
}
