import { expectTensor } from "../arguments/expectTensor.js";
import { affine, rectified } from "../kernels/matrices.js";
import { deferredTensor } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import type { Tensor } from "../tf/index.js";
import { readParameters } from "./readParameters.js";
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
  const [n0, m] = expectTensor(name, "X", X, ["n0", "m"]).shape as [number, number];
  const [first, second, third] = readParameters(name, parameters, n0);
  const { W: W1, b: b1, size: n1 } = first!;
  const { W: W2, b: b2, size: n2 } = second!;
  const { W: W3, b: b3, size: n3 } = third!;
  const z1 = affine(doubles(W1), doubles(X), doubles(b1), m);
  const a1 = rectified(z1);
  const z2 = affine(doubles(W2), a1, doubles(b2), m);
  const a2 = rectified(z2);
  const z3 = affine(doubles(W3), a2, doubles(b3), m);
  const a3 = deferredTensor(z3.map(logistic), [n3, m]);
  const layer1 = { z1: deferredTensor(z1, [n1, m]), a1: deferredTensor(a1, [n1, m]), W1, b1 };
  const layer2 = { z2: deferredTensor(z2, [n2, m]), a2: deferredTensor(a2, [n2, m]), W2, b2 };
  return [a3, { ...layer1, ...layer2, z3: deferredTensor(z3, [n3, m]), a3, W3, b3 }];
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
