import type { Target } from "./answer/callTarget.js";
import { checkInitializer } from "./parts/checkInitializer.js";

/** Computed with NumPy for layers_dims = [3, 1, 2]: seed 3, weights `randn * sqrt(2 / size of the previous layer)`, biases zero. */
const expected = {
  W1: [[1.4604090331058333, 0.35640880048431217, 0.07878985274897744]],
  b1: [[0]],
  W2: [[-2.635376654481366], [-0.3922861580381578]],
  b2: [[0], [0]],
};

/**
 * Checks Exercise 3, `initialize_parameters_he`, on layers of sizes [3, 1, 2]: seed 3, weights `randn * sqrt(2 / size of the previous layer)`, biases zero.
 *
 * Prints `All tests passed.` or what each failed check saw and expected.
 *
 * @param target the student's function: given layers_dims, it returns Wl of shape (units of layer l, units of layer
 * l - 1) and bl of shape (units of layer l, 1)
 * @throws AssertionError, and nothing else, when the answer is not right
 * @example
 * function initialize_parameters_he([n0, n1, n2]: number[]) {
 *   random.seed(3);
 *   const W1 = random.randn(n1, n0).mul(Math.sqrt(2 / n0));
 *   const W2 = random.randn(n2, n1).mul(Math.sqrt(2 / n1));
 *   return { W1, b1: tf.zeros([n1, 1]), W2, b2: tf.zeros([n2, 1]) };
 * }
 * initialize_parameters_he_test(initialize_parameters_he); // undefined
 */
export function initialize_parameters_he_test(target: Target): void {
  checkInitializer("initialize_parameters_he", target, [3, 1, 2], expected);
}
