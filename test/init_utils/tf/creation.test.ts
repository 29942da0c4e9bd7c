import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

describe("tf.tensor", () => {
  test("tf.tensor copies a Float64Array, so that changing the array afterwards changes no tensor", () => {
    const values = new Float64Array([1 / 3, 2]);
    const tensor = tf.tensor(values);
    values[0] = 9;
    expect([...tensor.dataSync()]).toEqual([1 / 3, 2]);
  });

  test("tf.tensor widens a Float32Array without changing its numbers", () => {
    const tensor = tf.tensor(new Float32Array([0.1]));
    expect(tensor.dataSync()).toEqual(new Float64Array([Math.fround(0.1)]));
  });

  test.each([
    [new Int32Array([1, 2]), "int32"],
    [new Uint8Array([1, 2]), "int32"],
    [new Float64Array([1, 2]), "float32"],
    [[true, false], "bool"],
    [[new Float64Array([1, 2])], "float32"],
  ])("tf.tensor of %o has the type that fits: %s", (values, dtype) => {
    expect(tf.tensor(values as tf.TensorLike).dtype).toBe(dtype);
  });

  test("tf.tensor reads typed arrays as rows", () => {
    expect(tf.tensor([new Float64Array([1, 2]), new Float32Array([3, 4])]).arraySync()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("tf.tensor makes a second tensor of a tensor, with its type", () => {
    const tensor = tf.tensor(tf.tensor([1, 2], [2, 1], "int32"), [1, 2]);
    expect([tensor.shape, tensor.dtype]).toEqual([[1, 2], "int32"]);
  });

  test("tf.tensor does not take its shape from an array that is changed later", () => {
    const shape = [2, 1];
    const tensor = tf.tensor([1, 2], shape);
    shape[0] = 7;
    expect(tensor.shape).toEqual([2, 1]);
  });
});

describe("tf.Tensor", () => {
  test("tf.Tensor is the class of tensors and variables, and of nothing that merely looks like one", () => {
    const variable = tf.variable(tf.scalar(1));
    expect([tf.zeros([2]), tf.scalar(1).add(1), variable].every((value) => value instanceof tf.Tensor)).toBe(
      true,
    );
    const imitation = {
      shape: [],
      dtype: "float32",
      dataId: {},
      data() {},
      dataSync() {},
      throwIfDisposed() {},
    };
    expect(
      [imitation, null, 3, [1], tf.zeros([1]).dataSync()].some((value) => value instanceof tf.Tensor),
    ).toBe(false);
    variable.dispose();
  });

  test("Tensor.toString writes all digits of a double", () => {
    expect(tf.tensor([1 / 3, 123456.789, 1e-20]).toString()).toBe(
      "Tensor\n    [0.3333333333333333, 123456.789, 1e-20]",
    );
  });

  test("Tensor.dataSync, data, arraySync and array give the same doubles", async () => {
    const tensor = tf.tensor([[0.1], [0.2]]);
    expect(tensor.dataSync()).toEqual(new Float64Array([0.1, 0.2]));
    expect(await tensor.data()).toEqual(new Float64Array([0.1, 0.2]));
    expect(tensor.arraySync()).toEqual([[0.1], [0.2]]);
    expect(await tensor.array()).toEqual([[0.1], [0.2]]);
    expect(tf.scalar(0.1).arraySync()).toBe(0.1);
  });
});

describe("tf.linspace", () => {
  test("tf.linspace ends exactly at its end, and has an exact zero in its middle", () => {
    const values = tf.linspace(-0.3, 0.3, 21).dataSync();
    expect(values[20]).toBe(0.3);
    expect(Math.abs(values[10]!)).toBeLessThanOrEqual(1e-16);
  });
});
