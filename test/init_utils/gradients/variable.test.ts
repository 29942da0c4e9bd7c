import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

describe("tf.variable", () => {
  test("tf.variable can be computed with like a tensor, and assigned to", () => {
    const w = tf.variable(tf.tensor([1, 2]));
    const before = w.mul(10);
    w.assign([3, 4]);
    expect([before.arraySync(), w.arraySync(), tf.add(w, 1).arraySync()]).toEqual([
      [10, 20],
      [3, 4],
      [4, 5],
    ]);
    w.dispose();
  });

  test("tf.variable leaves the tensor it was made from alone", () => {
    const initial = tf.tensor([1]);
    const w = tf.variable(initial);
    w.assign([2]);
    w.dispose();
    expect(initial.arraySync()).toEqual([1]);
  });

  test("tf.variable refuses a name that is taken, and takes it again after dispose", () => {
    const w = tf.variable(tf.scalar(1), true, "weight");
    expect(() => tf.variable(tf.scalar(1), true, "weight")).toThrow(
      /^tf\.variable: name .*"weight".*dispose/,
    );
    w.dispose();
    const again = tf.variable(tf.scalar(2), true, "weight");
    expect(again.name).toBe("weight");
    again.dispose();
  });

  test("Variable.assign refuses another shape", () => {
    const w = tf.variable(tf.scalar(1));
    expect(() => w.assign([1, 2])).toThrow(TypeError);
    expect(() => w.assign([1, 2])).toThrow(/^Variable\.assign: value .*\(\).*\(2,\)/);
    w.dispose();
  });

  test("tf.train.sgd leaves a variable alone that is not trainable", () => {
    const [w, fixed] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(1), false)];
    tf.train.sgd(1).minimize(() => tf.mul(w, fixed));
    expect([w.arraySync(), fixed.arraySync()]).toEqual([0, 1]);
    tf.dispose([w, fixed]);
  });

  test("Optimizer.minimize returns the cost when asked to", () => {
    const w = tf.variable(tf.scalar(3));
    expect(
      tf.train
        .sgd(0.1)
        .minimize(() => tf.square(w), true, [w])!
        .arraySync(),
    ).toBe(9);
    w.dispose();
  });
});
