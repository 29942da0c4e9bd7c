import {
  backward_propagation,
  type Cache,
  compute_loss,
  forward_propagation,
  type Gradients,
  update_parameters,
} from "init_utils";
import { describe, expect, test } from "vitest";
import { differenceOf } from "../../support/differences.js";
import { parametersOf, reference, tensorOf } from "../../support/reference.js";

const { step, datasets } = reference;
const X = tensorOf(datasets.train_X);
const Y = tensorOf(datasets.train_Y);
const parameters = parametersOf("he", [2, 10, 5, 1]);
const [a3, cache] = forward_propagation(X, parameters);
const grads = backward_propagation(X, Y, cache);

/** Sums over 300 examples lose up to their rounding error against the largest term, so tiny values count absolutely. */
const floor = 1e-4;

describe("one training step from He initialization, against NumPy", () => {
  test.each(Object.keys(step.forward))("forward_propagation computes %s to a relative 1e-12", (key) => {
    const value = key === "a3" ? a3 : cache[key as keyof Cache];
    expect(differenceOf(value, tensorOf(step.forward[key]!), floor)).toBeLessThanOrEqual(1e-12);
  });

  test("forward_propagation keeps the parameters themselves in the cache", () => {
    for (const [key, value] of Object.entries(parameters)) expect(cache[key as keyof Cache]).toBe(value);
    expect(cache.a3).toBe(a3);
  });

  test("compute_loss gives the cost to a relative 1e-12", () => {
    expect(Math.abs(compute_loss(a3, Y) - step.loss) / step.loss).toBeLessThanOrEqual(1e-12);
  });

  test.each(Object.keys(step.gradients))("backward_propagation computes %s to a relative 1e-12", (key) => {
    const expected = tensorOf(step.gradients[key]!);
    expect(differenceOf(grads[key as keyof Gradients], expected, floor)).toBeLessThanOrEqual(1e-12);
  });

  test.each(Object.keys(step.updated))("update_parameters computes %s to a relative 1e-12", (key) => {
    const updated = update_parameters(parameters, grads, step.learning_rate);
    expect(Object.keys(updated)).toEqual(Object.keys(parameters));
    expect(differenceOf(updated[key]!, tensorOf(step.updated[key]!), floor)).toBeLessThanOrEqual(1e-12);
  });

  test("update_parameters leaves the old parameters and the cache as they were", () => {
    const before = Object.values({ ...parameters, ...cache }).map((value) => value.dataSync().slice());
    forward_propagation(X, update_parameters(parameters, grads, 0.5));
    const after = Object.values({ ...parameters, ...cache }).map((value) => value.dataSync());
    expect(after).toEqual(before);
  });
});
