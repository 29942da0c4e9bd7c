import { describe } from "../arguments/describe.js";
import { expectTensor } from "../arguments/expectTensor.js";
import { BackwardPass } from "../passes/BackwardPass.js";
import type { Tensor } from "../tensor/Tensor.js";
import type { Cache, Gradients } from "./types.js";

const name = "backward_propagation";

/**
 * Computes how the cost changes with every value of the network, from the last layer back to the first.
 *
 * dz3 = (a3 - Y) / m; for every layer dW = dz·aᵀ (a: the layer's input), db = the row sums of dz;
 * da = Wᵀ·dz; dz = da where the unit was active (a > 0), else 0.
 *
 * @param X the examples, shape (n0, m)
 * @param Y the true labels, shape (n3, m), 0 or 1
 * @param cache what `forward_propagation` returned for the same X
 * @returns dz3, dW3, db3, da2, dz2, dW2, db2, da1, dz1, dW1, db1, each in the shape of the value it belongs to
 * @throws TypeError when the cache is incomplete or shapes do not fit
 * @example
 * const p = { W1: tf.ones([1, 1]), b1: tf.zeros([1, 1]), W2: tf.ones([1, 1]), b2: tf.zeros([1, 1]),
 *   W3: tf.zeros([1, 1]), b3: tf.zeros([1, 1]) };
 * const X = tf.tensor([[2, 4]]);
 * const [, cache] = forward_propagation(X, p);
 * str(backward_propagation(X, tf.tensor([[1, 1]]), cache).dW3); // [[-1.5]]
 */
export function backward_propagation(X: Tensor, Y: Tensor, cache: Cache): Gradients {
  if (typeof cache !== "object" || cache === null) {
    const expected = "the cache that forward_propagation returned (its second result)";
    throw new TypeError(`${name}: cache must be ${expected}, but it is ${describe(cache)}`);
  }
  const [, m] = expectTensor(name, "X", X, ["n0", "m"]).shape;
  const layer = (key: "a1" | "a2" | "a3"): number =>
    expectTensor(name, `cache.${key}`, cache[key], [`n${key[1]}`, m!]).shape[0]!;
  const [n1, n2, n3] = [layer("a1"), layer("a2"), layer("a3")];
  expectTensor(name, "cache.W2", cache.W2, [n2, n1]);
  expectTensor(name, "cache.W3", cache.W3, [n3, n2]);
  expectTensor(name, "Y", Y, [n3, m!]);
  return new BackwardPass(X, Y, cache).gradients();
}
