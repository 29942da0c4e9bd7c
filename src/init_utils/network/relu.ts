import type { Tensor, TensorLike } from "../tf/index.js";
import { elementwise } from "./elementwise.js";

/**
 * The rectified linear unit, element by element: relu(x) = max(0, x). NaN stays NaN.
 *
 * @param x a number, an array or a tensor of any shape
 * @returns values of at least 0, in the shape of x; a number for a number
 * @throws TypeError when x holds anything but numbers
 * @example
 * relu(-3); // 0
 * str(relu(tf.tensor([[-1.5, 2], [0, -4]]))); // [[0. 2.]
 *                                             //  [0. 0.]]
 */
export function relu(x: number): number;
export function relu(x: TensorLike): Tensor;
export function relu(x: TensorLike): Tensor | number {
  return elementwise("relu", x, (value) => Math.max(0, value));
}
