import { describe } from "../arguments/describe.js";
import { expectNumber } from "../arguments/expectNumber.js";
import { expectTensor } from "../arguments/expectTensor.js";
import { expectParameters } from "../passes/readParameters.js";
import { deferredTensor } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import type { Tensor } from "../tf/index.js";
import type { Gradients, Parameters } from "./types.js";

const name = "update_parameters";

/**
 * One step of gradient descent: W := W - learning_rate · dW and b := b - learning_rate · db in every layer.
 *
 * @param parameters `W1, b1, …, WL, bL`; they stay as they are
 * @param grads the gradients `dW1, db1, …`, each in the shape of its parameter
 * @param learning_rate the length of the step
 * @returns new parameters under the same names
 * @throws TypeError when a gradient is missing or has another shape, RangeError when learning_rate is not finite
 * @example
 * const one = tf.ones([1, 1]);
 * const grads = { dW1: one, db1: one } as Gradients;
 * str(update_parameters({ W1: one, b1: one }, grads, 0.25).W1); // [[0.75]]
 */
export function update_parameters(
  parameters: Parameters,
  grads: Gradients,
  learning_rate: number,
): Parameters {
  expectParameters(name, parameters);
  if (typeof grads !== "object" || grads === null) {
    const expected = "the gradients that backward_propagation returned";
    throw new TypeError(`${name}: grads must be ${expected}, but it is ${describe(grads)}`);
  }
  expectNumber(name, "learning_rate", learning_rate);
  const gradients = grads as unknown as Record<string, Tensor | undefined>;
  const updated: Parameters = {};
  for (let l = 1; `W${l}` in parameters; l++) {
    for (const key of [`W${l}`, `b${l}`]) {
      updated[key] = step(key, parameters[key], gradients[`d${key}`], learning_rate);
    }
  }
  return updated;
}

function step(key: string, parameter: unknown, gradient: unknown, learning_rate: number): Tensor {
  const from = expectTensor(name, `parameters.${key}`, parameter);
  const slope = doubles(expectTensor(name, `grads.d${key}`, gradient, from.shape));
  const values = doubles(from).map((value, j) => value - learning_rate * slope[j]!);
  return deferredTensor(values, [...from.shape]);
}
