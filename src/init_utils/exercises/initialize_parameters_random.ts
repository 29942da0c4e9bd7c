import type { Parameters } from "../network/types.js";
import { notDone } from "./notDone.js";

/**
 * Exercise 2: large random weights, biases zero. You write this function in the notebook.
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
 *   initialize_parameters_random([2, 4, 1]);
 * } catch (error) {
 *   message = (error as Error).message;
 * }
 * message.split(":")[0]; // Exercise 2 is not done yet
 */
export function initialize_parameters_random(_layers_dims: number[]): Parameters {
  throw notDone(2, 5, "initialize_parameters_random");
}
