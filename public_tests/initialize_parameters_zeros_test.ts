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
 * @param target the student's function
 * @throws AssertionError, and nothing else, when the answer is not right
 */
export function initialize_parameters_zeros_test(target: Target): void {
  checkInitializer("initialize_parameters_zeros", target, [3, 2, 1], expected);
}
