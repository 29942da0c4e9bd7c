import { type Tensor, tensor } from "../tf/index.js";
import { forward_propagation } from "./forward_propagation.js";
import type { Parameters } from "./types.js";

/**
 * Decides for every example whether it belongs to class 1: a3 > 0.5. For drawing a decision boundary.
 *
 * @param parameters the parameters of the trained network
 * @param X the examples, shape (n0, m)
 * @returns true or false for every example, shape (1, m)
 * @throws TypeError when parameters and X do not fit each other
 * @example
 * const p = { W1: tf.ones([1, 1]), b1: tf.zeros([1, 1]), W2: tf.ones([1, 1]), b2: tf.zeros([1, 1]),
 *   W3: tf.ones([1, 1]), b3: tf.zeros([1, 1]) };
 * str(predict_dec(p, tf.tensor([[-1, 0, 2]]))); // [[False False  True]]
 */
export function predict_dec(parameters: Parameters, X: Tensor): Tensor {
  const [a3] = forward_propagation(X, parameters);
  const outputs = a3.dataSync();
  const decisions = new Uint8Array(outputs.length);
  for (let j = 0; j < decisions.length; j++) decisions[j] = outputs[j]! > 0.5 ? 1 : 0;
  return tensor(decisions, a3.shape, "bool");
}
