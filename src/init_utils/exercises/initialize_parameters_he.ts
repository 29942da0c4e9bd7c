import type { Parameters } from "../network/types.js";
import { notDone } from "./notDone.js";

/**
 * Exercise 3: random weights of the size that He et al. recommend, biases zero. You write this function in the notebook.
 *
 * Until then this one stands in for it: cells are type-checked one by one, and `model()` has to name it before.
 *
 * @param _layers_dims the sizes of the layers, from the input to the output: units per layer
 * @returns never; yours returns `W1, b1, …, WL, bL`, where Wl has shape (units of layer l, units of
 * layer l - 1) and bl has shape (units of layer l, 1)
 * @throws Error always: it says that the exercise is not done yet
 * @example
 * let message = "";
 * try {
 *   initialize_parameters_he([2, 4, 1]);
 * } catch (error) {
 *   message = (error as Error).message;
 * }
 * message.split(":")[0]; // Exercise 3 is not done yet
 */
export function initialize_parameters_he(_layers_dims: number[]): Parameters {
  throw notDone(3, 6, "initialize_parameters_he");
}
