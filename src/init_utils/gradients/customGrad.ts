import * as core from "#tf-core";
import { describe } from "../arguments/index.js";
import type { Tensor, TensorLike } from "../tensor/Tensor.js";
import { toFloats } from "../tensor/toTensor.js";

/** Remembers tensors for the gradient function. */
export type SaveTensors = (tensors: Tensor[]) => void;

/** A value with the function for its gradients. */
export interface ValueAndGradFunc {
  /** The result. */
  readonly value: Tensor;
  /** From the gradient of the cost with respect to the value, that with respect to each argument. */
  readonly gradFunc: (dy: Tensor, saved: Tensor[]) => Tensor | Tensor[];
}

/**
 * Makes an operation with a gradient of one's own.
 *
 * @param f takes one, two or three tensors and, after them, a function that saves tensors for the gradient; returns the
 *   value and the gradient function. With more than one tensor TypeScript wants the parameters' types written out:
 *   `(a: tf.Tensor, b: tf.Tensor, save: tf.SaveTensors) => …`
 * @returns the operation; its gradient function is given dy of the value's shape, and returns gradients of the
 *   arguments' shapes
 * @throws TypeError when `f` is no function, or does not return a value and a gradient function
 * @example
 * const doubled = tf.customGrad((x) => ({ value: tf.mul(x, 2), gradFunc: (dy) => tf.mul(dy, 20) }));
 * str(tf.grad((x) => doubled(x))(1)); // 20.0
 */
export function customGrad(f: (x: Tensor, save: SaveTensors) => ValueAndGradFunc): (x: TensorLike) => Tensor;
export function customGrad(
  f: (a: Tensor, b: Tensor, save: SaveTensors) => ValueAndGradFunc,
): (a: TensorLike, b: TensorLike) => Tensor;
export function customGrad(
  f: (a: Tensor, b: Tensor, c: Tensor, save: SaveTensors) => ValueAndGradFunc,
): (a: TensorLike, b: TensorLike, c: TensorLike) => Tensor;
export function customGrad(f: (...parameters: never[]) => ValueAndGradFunc): (...xs: TensorLike[]) => Tensor {
  if (typeof f !== "function") {
    throw new TypeError(`tf.customGrad: f must be a function, but it is ${describe(f)}`);
  }
  const operation = core.customGrad((...parameters) => expectResult(f(...(parameters as never[]))));
  return (...xs) => operation(...xs.map((x, i) => toFloats("tf.customGrad", `argument ${i + 1}`, x)));
}

function expectResult(result: ValueAndGradFunc): ValueAndGradFunc {
  if (result?.value instanceof core.Tensor && typeof result.gradFunc === "function") return result;
  const expected = "an object { value, gradFunc } with a tensor and a function";
  throw new TypeError(`tf.customGrad: f must return ${expected}, but it returned ${describe(result)}`);
}
