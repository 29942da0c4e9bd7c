import { expectTensor } from "../arguments/expectTensor.js";
import { type Tensor, tensor } from "../tf/index.js";
import { forward_propagation } from "./forward_propagation.js";
import type { Parameters } from "./types.js";

/**
 * Predicts the class of every example (1 where a3 > 0.5, else 0) and prints how many predictions are right.
 *
 * @param X the examples, shape (n0, m)
 * @param y the true labels, shape (1, m), 0 or 1
 * @param parameters the parameters of the trained network
 * @returns the predictions, 0 or 1, shape (1, m), int32
 * @throws TypeError when the shapes do not fit each other
 * @example
 * const p = { W1: tf.ones([1, 1]), b1: tf.zeros([1, 1]), W2: tf.ones([1, 1]), b2: tf.zeros([1, 1]),
 *   W3: tf.ones([1, 1]), b3: tf.zeros([1, 1]) };
 * str(predict(tf.tensor([[-1, 0, 2]]), tf.tensor([[0, 0, 1]]), p)); // [[0 0 1]]
 */
export function predict(X: Tensor, y: Tensor, parameters: Parameters): Tensor {
  const [a3] = forward_propagation(X, parameters);
  const labels = expectTensor("predict", "y", y, a3.shape).dataSync();
  const predictions = Int32Array.from(a3.dataSync(), (output) => (output > 0.5 ? 1 : 0));
  const right = predictions.filter((prediction, j) => prediction === labels[j]).length;
  console.log(`Accuracy: ${fraction(right / predictions.length)}`);
  return tensor(predictions, a3.shape, "int32");
}

/** A share as Python prints a float: 1.0, not 1. */
function fraction(share: number): string {
  return Number.isInteger(share) ? share.toFixed(1) : String(share);
}
