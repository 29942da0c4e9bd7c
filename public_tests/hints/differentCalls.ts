import type { Evidence } from "../answer/Evidence.js";
import { sameAnswer } from "../answer/sameAnswer.js";

/**
 * Says that two calls with the same sizes gave different results.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function differentCalls({ first, second, recipe }: Evidence): string | undefined {
  if (first.outcome !== "returned" || sameAnswer(first, second)) return undefined;
  if (!recipe)
    return "Two calls with the same layers_dims give different results: is something kept from one call to the next, or drawn at random?";
  return `Two calls with the same layers_dims give different numbers: is random.seed(${recipe.seed}) the first line of the function, and are the numbers drawn with random.randn?`;
}
