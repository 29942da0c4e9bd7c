import type { Target } from "./answer/callTarget.js";
import { checkInitializer } from "./parts/checkInitializer.js";

/** Computed with NumPy for layers_dims = [3, 2, 1]: every weight and every bias is zero. */
const expected = {
  W1: [
    [0, 0, 0],
    [0, 0, 0],
  ],
  b1: [[0], [0]],
  W2: [[0, 0]],
  b2: [[0]],
};

/**
 * Checks Exercise 1, `initialize_parameters_zeros`, on layers of sizes [3, 2, 1]: every weight and every bias is zero.
 *
 * Prints `All tests passed.` or what each failed check saw and expected.
 *
 * @param target the student's function: given layers_dims, it returns Wl of shape (units of layer l, units of layer
 * l - 1) and bl of shape (units of layer l, 1)
 * @throws AssertionError, and nothing else, when the answer is not right
 * @example
 * function initialize_parameters_zeros([n0, n1, n2]: number[]) {
 *   const W1 = tf.zeros([n1, n0]);
 *   const W2 = tf.zeros([n2, n1]);
 *   return { W1, b1: tf.zeros([n1, 1]), W2, b2: tf.zeros([n2, 1]) };
 * }
 * initialize_parameters_zeros_test(initialize_parameters_zeros); // undefined
 */
export function initialize_parameters_zeros_test(target: Target): void {
  checkInitializer("initialize_parameters_zeros", target, [3, 2, 1], expected);
}
