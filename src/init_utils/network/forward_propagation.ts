import { expectTensor } from "../arguments/expectTensor.js";
import { ForwardPass } from "../passes/ForwardPass.js";
import { readParameters } from "../passes/readParameters.js";
import type { Tensor } from "../tensor/Tensor.js";
import type { Cache, Parameters } from "./types.js";

/**
 * Computes the output of the network for every example: LINEAR → RELU → LINEAR → RELU → LINEAR → SIGMOID.
 *
 * z1 = W1·X + b1, a1 = relu(z1); z2 = W2·a1 + b2, a2 = relu(z2); z3 = W3·a2 + b3, a3 = sigmoid(z3).
 *
 * @param X the examples, a tensor of shape (n0, m): one column each
 * @param parameters `W1` (n1, n0), `b1` (n1, 1), `W2` (n2, n1), `b2` (n2, 1), `W3` (n3, n2), `b3` (n3, 1)
 * @returns `[a3, cache]`: the outputs of shape (n3, m), and what `backward_propagation` needs
 * @throws TypeError when a parameter is missing, is no tensor, or has a shape that does not fit
 * @example
 * const zero = { W1: tf.zeros([2, 1]), b1: tf.zeros([2, 1]), W2: tf.zeros([2, 2]), b2: tf.zeros([2, 1]),
 *   W3: tf.zeros([1, 2]), b3: tf.zeros([1, 1]) };
 * const [a3] = forward_propagation(tf.tensor([[7, -3]]), zero);
 * str(a3); // [[0.5 0.5]]
 */
export function forward_propagation(X: Tensor, parameters: Parameters): [Tensor, Cache] {
  const name = "forward_propagation";
  const [n0] = expectTensor(name, "X", X, ["n0", "m"]).shape;
  const pass = new ForwardPass(X, readParameters(name, parameters, n0!));
  return [pass.a3, pass.cache()];
}
