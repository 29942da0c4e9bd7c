import * as core from "#tf-core";
import type { Tensor } from "./Tensor.js";

/**
 * Applies a function that works along the last axis to another one, by exchanging the two before and after.
 *
 * TensorFlow.js knows some functions along the last axis only, and the gradients of some.
 */
export function alongLastAxis<T extends Tensor>(x: Tensor, axis: number, f: (x: Tensor) => Tensor): T {
  const last = x.rank - 1;
  if (axis === last) return f(x) as T;
  const order = x.shape.map((_, i) => (i === axis ? last : i === last ? axis : i));
  return core.transpose(f(core.transpose(x, order)), order);
}
