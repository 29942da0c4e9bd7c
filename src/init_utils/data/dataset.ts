import { createRandom } from "../random/random.js";
import { type Tensor2D, tensor2d } from "../tf/index.js";
import { circles } from "./circles.js";

/** The assignment's data: points as columns, and for each a 0 (outer circle) or a 1 (inner circle). */
export interface Dataset {
  /** Shape (2, 300). */
  readonly train_X: Tensor2D;
  /** Shape (1, 300), int32. */
  readonly train_Y: Tensor2D;
  /** Shape (2, 100). */
  readonly test_X: Tensor2D;
  /** Shape (1, 100), int32. */
  readonly test_Y: Tensor2D;
}

/**
 * Makes the assignment's training and test set: two circles with noise 0.05, seed 1 for training and 2 for testing.
 *
 * Both are drawn from streams of their own: `random` goes on as if nothing had been drawn.
 */
export function dataset(): Dataset {
  const [train_X, train_Y] = examples(300, 1);
  const [test_X, test_Y] = examples(100, 2);
  return { train_X, train_Y, test_X, test_Y };
}

function examples(m: number, seed: number): [X: Tensor2D, Y: Tensor2D] {
  const settings = { outer: m / 2, inner: m / 2, factor: 0.8, noise: 0.05, shuffle: true };
  const { X, y } = circles(settings, createRandom(seed));
  const columns = Float64Array.from({ length: 2 * m }, (_, k) => X[2 * (k % m) + Math.floor(k / m)]!);
  return [tensor2d(columns, [2, m]), tensor2d(y, [1, m], "int32")];
}
