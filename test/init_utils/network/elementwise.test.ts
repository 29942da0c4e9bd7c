import { compute_loss, relu, sigmoid, tf } from "init_utils";
import { expect, test } from "vitest";

test("sigmoid answers 1/2 at 0 and saturates at both ends without overflow", () => {
  expect(sigmoid(0)).toBe(0.5);
  expect([...sigmoid([-1000, 0, 1000]).dataSync()]).toEqual([0, 0.5, 1]);
});

test("sigmoid keeps the shape, and sigmoid(-x) is 1 - sigmoid(x)", () => {
  const x = tf.tensor([
    [0.1, -2],
    [3, 40],
  ]);
  const sum = sigmoid(x).add(sigmoid(x.neg()));
  expect(sum.shape).toEqual([2, 2]);
  for (const value of sum.dataSync()) expect(Math.abs(value - 1)).toBeLessThanOrEqual(2 ** -52);
});

test("relu cuts what is negative and lets NaN through, as np.maximum does", () => {
  expect([...relu([-1, 0, 2.5, Number.NaN]).dataSync()]).toEqual([0, 0, 2.5, Number.NaN]);
  expect(relu(-3)).toBe(0);
});

test("compute_loss is infinite for a sure wrong answer and leaves a sure right one out", () => {
  expect(compute_loss(tf.tensor([[1]]), tf.tensor([[0]]))).toBe(Number.POSITIVE_INFINITY);
  expect(compute_loss(tf.tensor([[1, 0, 0.5]]), tf.tensor([[1, 0, 1]]))).toBe((1 / 3) * Math.LN2);
});

test("compute_loss is ln 2 for an output of 1/2, whatever the label", () => {
  for (const label of [0, 1]) expect(compute_loss(tf.tensor([[0.5]]), tf.tensor([[label]]))).toBe(Math.LN2);
});
