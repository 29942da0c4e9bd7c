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
 * @param target the student's function
 * @throws AssertionError, and nothing else, when the answer is not right
 */
export function initialize_parameters_he_test(target: Target): void {
  checkInitializer("initialize_parameters_he", target, [3, 1, 2], expected);
}
