import type { Parameters } from "../network/types.js";
import { notDone } from "./notDone.js";

/**
 * Stands for exercise 3 until the student's own function of this name takes its place.
 *
 * The notebook type-checks every cell alone, so `model()` needs the name before the exercise is written.
 *
 * @param _layers_dims the sizes of the layers, from the input to the output: units per layer
 * @returns never; the student's function returns `W1, b1, …, WL, bL`, where Wl has shape (units of layer l, units of
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
