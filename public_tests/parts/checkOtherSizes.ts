import type { Answer } from "../answer/Answer.js";
import { shapesOf } from "../answer/shapesOf.js";
import { type Check, failed, passed } from "./Check.js";

/**
 * Checks that the function goes by its argument: called with sizes for another number of layers, it has to give
 * parameters of other shapes.
 *
 * @returns one check; never throws
 * @example
 * const answer = readAnswer({ W1: tf.zeros([1, 2]), b1: tf.zeros([1, 1]) }, [2, 1]);
 * checkOtherSizes(answer, answer).passed; // False
 */
export function checkOtherSizes(first: Answer, other: Answer): Check {
  const text = (answer: Answer) => `[${answer.layers_dims.join(", ")}]`;
  const name = `the shapes for layers_dims = ${text(other)}`;
  if (shapesOf(other) !== shapesOf(first)) return passed(name);
  return failed(name, `other ones than for ${text(first)}`, shapesOf(other), "shape");
}
