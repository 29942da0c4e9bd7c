import fc from "fast-check";
import {
  backward_propagation,
  compute_loss,
  forward_propagation,
  type Gradients,
  type Parameters,
  random,
  type Tensor,
  tf,
} from "init_utils";
import { expect, test } from "vitest";
import { differenceOf } from "../../support/differences.js";

const keys = ["W1", "b1", "W2", "b2", "W3", "b3"];

/** Small enough that no output is exactly 0 or 1, where TensorFlow.js's formula gives NaN. */
const small = (rows: number, columns: number): Tensor => random.randn(rows, columns).mul(0.3);

/** The cost as one formula of tensor operations, which TensorFlow.js can differentiate by itself. */
function cost(X: Tensor, Y: Tensor, [W1, b1, W2, b2, W3, b3]: Tensor[]): Tensor {
  const a1 = tf.relu(W1!.matMul(X).add(b1!));
  const a2 = tf.relu(W2!.matMul(a1).add(b2!));
  const a3 = tf.sigmoid(W3!.matMul(a2).add(b3!));
  const losses = Y.mul(tf.log(a3)).add(tf.sub(1, Y).mul(tf.log(tf.sub(1, a3))));
  return losses.sum().mul(-1 / Y.shape[1]!);
}

test("backward_propagation agrees with TensorFlow.js's own gradients on networks of any width", () => {
  const size = fc.integer({ min: 1, max: 17 });
  fc.assert(
    fc.property(fc.tuple(size, size, size), size, fc.nat(), ([n0, n1, n2], m, seed) => {
      random.seed(seed);
      const dims = [n0, n1, n2, 1];
      const values = dims.slice(1).flatMap((n, l) => [small(n, dims[l]!), small(n, 1)]);
      const parameters: Parameters = Object.fromEntries(keys.map((key, i) => [key, values[i]!]));
      const X = random.randn(n0, m);
      const Y = random.randint(0, 2, [1, m]).cast("float32");
      const [a3, cache] = forward_propagation(X, parameters);
      const expected = tf.grads((...p: Tensor[]) => cost(X, Y, p))(values);
      const grads = backward_propagation(X, Y, cache);
      expect(Math.abs(compute_loss(a3, Y) - Number(cost(X, Y, values).arraySync()))).toBeLessThanOrEqual(
        1e-9,
      );
      for (const [i, key] of keys.entries()) {
        const gradient = grads[`d${key}` as keyof Gradients];
        expect(differenceOf(gradient, expected[i]!, 1)).toBeLessThanOrEqual(1e-9);
      }
    }),
    { numRuns: 60, seed: 3 },
  );
});
