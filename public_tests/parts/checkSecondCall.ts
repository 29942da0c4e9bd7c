import type { Answer } from "../answer/Answer.js";
import { difference } from "../answer/sameAnswer.js";
import { type Check, failed, passed } from "./Check.js";

/**
 * Checks that the function keeps nothing between calls: called again with the same layers_dims it gives the same.
 *
 * @returns one check; never throws
 * @example
 * const answer = readAnswer({ b1: tf.zeros([1, 1]) }, [2, 1]);
 * checkSecondCall(answer, answer).passed; // True
 */
export function checkSecondCall(first: Answer, second: Answer): Check {
  const name = `the result of a second call with layers_dims = [${first.layers_dims.join(", ")}]`;
  const seen = difference(first, second);
  return seen === undefined
    ? passed(name)
    : failed(name, "the same as of the first call", seen, "second call");
}
