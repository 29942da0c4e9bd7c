import type { Tensor, TensorLike } from "../tf/index.js";
import { elementwise } from "./elementwise.js";

/**
 * The logistic function, element by element: sigmoid(x) = 1 / (1 + e^(-x)).
 *
 * @param x a number, an array or a tensor of any shape
 * @returns values between 0 and 1, in the shape of x; a number for a number
 * @throws TypeError when x holds anything but numbers
 * @example
 * sigmoid(0); // 0.5
 * str(sigmoid(tf.tensor([-1000, 0, 1000]))); // [0.  0.5 1. ]
 */
export function sigmoid(x: number): number;
export function sigmoid(x: TensorLike): Tensor;
export function sigmoid(x: TensorLike): Tensor | number {
  return elementwise("sigmoid", x, (value) => 1 / (1 + Math.exp(-value)));
}
