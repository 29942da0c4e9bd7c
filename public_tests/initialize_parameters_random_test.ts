import type { Target } from "./answer/callTarget.js";
import { checkInitializer } from "./parts/checkInitializer.js";

/** Computed with NumPy for layers_dims = [3, 2, 1]: seed 3, weights `randn * 10`, biases zero. */
const expected = {
  W1: [
    [17.886284734303185, 4.365098505119894, 0.9649746807200863],
    [-18.634927033644907, -2.7738820251439904, -3.5475897926898674],
  ],
  b1: [[0], [0]],
  W2: [[-0.8274148148245977, -6.270006768238473]],
  b2: [[0]],
};

/**
 * Checks Exercise 2, `initialize_parameters_random`, on layers of sizes [3, 2, 1]: seed 3, weights `randn * 10`, biases zero.
 *
 * Prints `All tests passed.` or what each failed check saw and expected.
 *
 * @param target the student's function: given layers_dims, it returns Wl of shape (units of layer l, units of layer
 * l - 1) and bl of shape (units of layer l, 1)
 * @throws AssertionError, and nothing else, when the answer is not right
 * @example
 * function initialize_parameters_random([n0, n1, n2]: number[]) {
 *   random.seed(3);
 *   const W1 = random.randn(n1, n0).mul(10);
 *   const W2 = random.randn(n2, n1).mul(10);
 *   return { W1, b1: tf.zeros([n1, 1]), W2, b2: tf.zeros([n2, 1]) };
 * }
 * initialize_parameters_random_test(initialize_parameters_random); // undefined
 */
export function initialize_parameters_random_test(target: Target): void {
  checkInitializer("initialize_parameters_random", target, [3, 2, 1], expected);
}
