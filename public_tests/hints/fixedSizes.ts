import type { Answer } from "../answer/Answer.js";
import type { Evidence } from "../answer/Evidence.js";

/**
 * Says that the result does not depend on layers_dims.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function fixedSizes({ first, other }: Pick<Evidence, "first" | "other">): string | undefined {
  const [shapes, others] = [first, other].map(shapesOf);
  if (!shapes || shapes !== others) return undefined;
  return `With layers_dims = [${other.layers_dims.join(", ")}] the parameters have the same shapes as with [${first.layers_dims.join(", ")}]: does the function set layers_dims itself, or use sizes of its own?`;
}

/** The names and shapes of all parameters; nothing when there are none. */
function shapesOf({ entries }: Answer): string {
  const tensors = [...entries].filter(([, { tensor }]) => tensor);
  return tensors.map(([key, { tensor }]) => `${key}: ${tensor!.shape}`).join("; ");
}
