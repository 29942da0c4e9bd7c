import type { Evidence } from "../answer/Evidence.js";
import { sameAnswer } from "../answer/sameAnswer.js";
import { shapesOf } from "../answer/shapesOf.js";

/** Says that the function changes layers_dims, which its caller still needs. */
export function changedArgument({ first }: Evidence): string | undefined {
  if (!first.changed) return undefined;
  return `layers_dims is ${first.changed.text} after the call, but it belongs to whoever calls the function: only read it, or work on a copy.`;
}

/** Says that two calls with the same sizes gave different results. */
export function differentCalls({ first, second, recipe }: Evidence): string | undefined {
  if (first.outcome !== "returned" || sameAnswer(first, second)) return undefined;
  if (!recipe)
    return "Two calls with the same layers_dims give different results: is something kept from one call to the next, or drawn at random?";
  return `Two calls with the same layers_dims give different numbers: is random.seed(${recipe.seed}) the first line of the function, and are the numbers drawn with random.randn?`;
}

/** Says that the shapes of the parameters do not depend on layers_dims. */
export function fixedSizes({ first, other }: Pick<Evidence, "first" | "other">): string | undefined {
  const [shapes, others] = [first, other].map(shapesOf);
  if (!shapes || shapes !== others) return undefined;
  return `With layers_dims = [${other.layers_dims.join(", ")}] the parameters have the same shapes as with [${first.layers_dims.join(", ")}]: does the function set layers_dims itself, or use sizes of its own?`;
}
