import { describe } from "../arguments/describe.js";
import { expectTensor } from "../arguments/expectTensor.js";
import { outerProduct, rowSums, transposedProduct, whereActive } from "../kernels/matrices.js";
import { deferredTensor } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import type { Tensor } from "../tf/index.js";
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
  const { x, y, a1, a2, a3, W2, W3, sizes } = readCache(X, Y, cache);
  const [n0, n1, n2, n3, m] = sizes;
  const dz3 = a3.map((output, j) => (output - y[j]!) / m);
  const da2 = transposedProduct(W3, dz3, n3, m);
  const dz2 = whereActive(da2, a2);
  const da1 = transposedProduct(W2, dz2, n2, m);
  const dz1 = whereActive(da1, a1);
  return {
    dz3: deferredTensor(dz3, [n3, m]),
    dW3: deferredTensor(outerProduct(dz3, a2, m), [n3, n2]),
    db3: deferredTensor(rowSums(dz3, m), [n3, 1]),
    da2: deferredTensor(da2, [n2, m]),
    dz2: deferredTensor(dz2, [n2, m]),
    dW2: deferredTensor(outerProduct(dz2, a1, m), [n2, n1]),
    db2: deferredTensor(rowSums(dz2, m), [n2, 1]),
    da1: deferredTensor(da1, [n1, m]),
    dz1: deferredTensor(dz1, [n1, m]),
    dW1: deferredTensor(outerProduct(dz1, x, m), [n1, n0]),
    db1: deferredTensor(rowSums(dz1, m), [n1, 1]),
  };
}

function readCache(X: Tensor, Y: Tensor, cache: Cache) {
  if (typeof cache !== "object" || cache === null) {
    const expected = "the cache that forward_propagation returned (its second result)";
    throw new TypeError(`${name}: cache must be ${expected}, but it is ${describe(cache)}`);
  }
  const [n0, m] = expectTensor(name, "X", X, ["n0", "m"]).shape as [number, number];
  const layer = (key: "a1" | "a2" | "a3"): Tensor =>
    expectTensor(name, `cache.${key}`, cache[key], [`n${key[1]}`, m]);
  const [a1, a2, a3] = [layer("a1"), layer("a2"), layer("a3")];
  const [n1, n2, n3] = [a1.shape[0]!, a2.shape[0]!, a3.shape[0]!];
  const W2 = expectTensor(name, "cache.W2", cache.W2, [n2, n1]);
  const W3 = expectTensor(name, "cache.W3", cache.W3, [n3, n2]);
  const [x, y] = [doubles(X), doubles(expectTensor(name, "Y", Y, [n3, m]))];
  const sizes = [n0, n1, n2, n3, m] as const;
  return { x, y, a1: doubles(a1), a2: doubles(a2), a3: doubles(a3), W2: doubles(W2), W3: doubles(W3), sizes };
}
