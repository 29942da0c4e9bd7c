import {
  backward_propagation,
  type Cache,
  compute_loss,
  forward_propagation,
  type Gradients,
  type Tensor,
  tf,
  update_parameters,
} from "init_utils";
import { describe, expect, test } from "vitest";
import { differenceOf } from "../../support/differences.js";
import { parametersOf, reference, tensorOf } from "../../support/reference.js";

const { step, datasets } = reference;
const X = tensorOf(datasets.train_X);
const Y = tensorOf(datasets.train_Y);
const he = parametersOf("he", [2, 10, 5, 1]);
const floor = 1e-4;

/** Other networks, run so that nothing of an earlier pass is left in the kernels' memory. */
function runSomethingElse(): void {
  const [a3, cache] = forward_propagation(X, parametersOf("random", [2, 10, 5, 1]));
  compute_loss(a3, Y);
  backward_propagation(X, Y, cache);
  forward_propagation(tensorOf(datasets.test_X), he);
}

function expectReference(values: Record<string, Tensor>, expected: typeof step.forward): void {
  for (const [key, array] of Object.entries(expected)) {
    expect([key, differenceOf(values[key]!, tensorOf(array), floor) <= 1e-12]).toEqual([key, true]);
  }
}

const all = (value: Cache | Gradients): Record<string, Tensor> => ({ ...value });

describe("results that are looked at late", () => {
  test("forward_propagation's cache keeps its values when other passes have run since", () => {
    const [, cache] = forward_propagation(X, he);
    runSomethingElse();
    expectReference(all(cache), step.forward);
  });

  test("compute_loss and backward_propagation take an old result for what it was", () => {
    const [a3, cache] = forward_propagation(X, he);
    runSomethingElse();
    expect(Math.abs(compute_loss(a3, Y) - step.loss)).toBeLessThanOrEqual(1e-12);
    runSomethingElse();
    expectReference(all(backward_propagation(X, Y, cache)), step.gradients);
  });

  test("backward_propagation's gradients keep their values when other passes have run since", () => {
    const [, cache] = forward_propagation(X, he);
    const grads = backward_propagation(X, Y, cache);
    runSomethingElse();
    expectReference(all(grads), step.gradients);
  });

  test("backward_propagation computes from what the cache holds, also when the student has changed it", () => {
    const [, cache] = forward_propagation(X, he);
    const copied = Object.fromEntries(Object.entries(cache).map(([key, value]) => [key, value.clone()]));
    expectReference(all(backward_propagation(X, Y, copied as unknown as Cache)), step.gradients);
    cache.a2 = tf.zerosLike(cache.a2);
    const { dW3, dz2, db3 } = backward_propagation(X, Y, cache);
    expect(dW3.abs().sum().arraySync()).toBe(0);
    expect(dz2.abs().sum().arraySync()).toBe(0);
    expect(differenceOf(db3, tensorOf(step.gradients.db3!))).toBeLessThanOrEqual(1e-12);
  });

  test("backward_propagation's gradients do not change when the cache is changed afterwards", () => {
    const [, cache] = forward_propagation(X, he);
    const grads = backward_propagation(X, Y, cache);
    cache.a1 = tf.zeros([10, 300]);
    cache.W2 = tf.zeros([5, 10]);
    expectReference(all(grads), step.gradients);
  });

  test("compute_loss takes tensors made anywhere", () => {
    const [a3] = forward_propagation(X, he);
    expect(
      Math.abs(compute_loss(tf.tensor(a3.arraySync()), Y.cast("int32")) - step.loss),
    ).toBeLessThanOrEqual(1e-12);
  });
});

describe("results as tensors", () => {
  test("forward_propagation's results are tensors that TensorFlow.js computes with", () => {
    const [a3, cache] = forward_propagation(X, he);
    expect(a3).toBeInstanceOf(tf.Tensor);
    expect(differenceOf(tf.sigmoid(cache.z3), a3)).toBeLessThanOrEqual(1e-15);
    expect(differenceOf(cache.W1.matMul(X).add(cache.b1), cache.z1, 1e-3)).toBeLessThanOrEqual(1e-12);
    expect([cache.z1.rank, cache.z1.size, cache.z1.dtype]).toEqual([2, 3000, "float32"]);
  });

  test("forward_propagation's results outlive a tf.tidy in which they are first looked at", () => {
    const [a3] = forward_propagation(X, he);
    const sum = tf.tidy(() => a3.add(0).sum().arraySync());
    expect(a3.sum().arraySync()).toBe(sum);
  });

  test("a disposed result says so", () => {
    const [a3] = forward_propagation(X, he);
    a3.dispose();
    expect(a3.isDisposed).toBe(true);
    expect(() => a3.dataSync()).toThrow(/disposed/);
    expect(() => tf.add(a3, 1)).toThrow(/disposed/);
  });

  test("disposing of the parameters afterwards changes no result", () => {
    const own = update_parameters(he, backward_propagation(X, Y, forward_propagation(X, he)[1]), 0);
    const [a3, cache] = forward_propagation(X, own);
    runSomethingElse();
    for (const value of Object.values(own)) value.dispose();
    expect(differenceOf(a3, tensorOf(step.forward.a3!), floor)).toBeLessThanOrEqual(1e-12);
    expect(differenceOf(cache.z2, tensorOf(step.forward.z2!), floor)).toBeLessThanOrEqual(1e-12);
  });
});
