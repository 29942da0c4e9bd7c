import type { Expected } from "../parts/checkParameter.js";
import { type Origin, originOf } from "../streams/originOf.js";
import { type Recipe, recipeOf } from "../streams/recipeOf.js";
import type { Answer } from "./Answer.js";
import { callTarget, type Target } from "./callTarget.js";
import { sameAnswer } from "./sameAnswer.js";

/** What is known about an answer that is not right: what hints are found in. Plain data. */
export interface Evidence {
  readonly functionName: string;
  readonly expected: Readonly<Record<string, Expected>>;
  /** The call that was checked. */
  readonly first: Answer;
  /** The same call once more. */
  readonly second: Answer;
  /** A call with other sizes, all of them different: which tells "the previous layer" from "the first one". */
  readonly other: Answer;
  /** When the first call threw: one with the input layer alone and one with no layers, where a loop has nothing to do. */
  readonly short: readonly Answer[];
  /** How the expected weights were drawn, if they were. */
  readonly recipe: Recipe | undefined;
  /** How the weights of the answer were drawn, if numbers prove it. */
  readonly origin: Origin | undefined;
}

/**
 * Calls the student's function a few times more and gathers what the answers show: with the same layers_dims again,
 * and with other ones.
 *
 * @param functionName the name that students know
 * @param target the student's function
 * @param first the call that was checked
 * @param expected the rows of W1, b1, …, WL, bL
 * @returns plain data for `findHint`; never throws, whatever the function does
 * @example
 * const empty = () => ({});
 * const evidence = gatherEvidence("my_function", empty, callTarget(empty, [2, 1]), {});
 * str(evidence.other.layers_dims); // [2 3 1 4]
 */
export function gatherEvidence(
  functionName: string,
  target: Target,
  first: Answer,
  expected: Readonly<Record<string, Expected>>,
): Evidence {
  const call = (layers_dims: readonly number[]) => callTarget(target, layers_dims);
  const returned = first.outcome === "returned";
  const second = returned ? call(first.layers_dims) : first;
  const other = returned ? call(otherSizes(first.layers_dims)) : first;
  const short = first.outcome === "thrown" ? [call([first.layers_dims[0] ?? 1]), call([])] : [];
  return { functionName, expected, first, second, other, short, recipe: undefined, origin: undefined };
}

/**
 * Adds how the expected and the seen weights were drawn, which takes a search and so waits for a failed check.
 *
 * @param evidence what calls of the function showed
 * @returns the same with `recipe` and `origin`, where the weights of expected shapes follow from a seed
 * @example
 * const ones = () => ({ W1: tf.ones([1, 2]), b1: tf.zeros([1, 1]) });
 * const evidence = gatherEvidence("my_function", ones, callTarget(ones, [2, 1]), { W1: [[0, 0]], b1: [[0]] });
 * String(withStreams(evidence).origin); // undefined
 */
export function withStreams(evidence: Evidence): Evidence {
  const { expected, first, second, other } = evidence;
  if (first.outcome !== "returned") return evidence;
  const recipe = recipeOf(first.layers_dims, expected);
  // Numbers that change from call to call follow from no seed.
  const origin = recipe && sameAnswer(first, second) ? originOf(first, other, recipe) : undefined;
  return { ...evidence, recipe, origin };
}

/** Sizes that are all different, and differ in number from the usual ones of an exercise. */
function otherSizes(layers_dims: readonly number[]): readonly number[] {
  const sizes = [2, 3, 1, 4];
  return layers_dims.join() === sizes.join() ? [3, 5, 1, 2, 4] : sizes;
}
