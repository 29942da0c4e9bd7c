import { random, tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { contents, moreStreams } from "./references.ts";

const rows = [0, 1, 2, 3, 4, 5].map((i) => [2 * i, 2 * i + 1]);

describe("permutation", () => {
  test.each(moreStreams)("permutation after seed $seed of a number gives NumPy's order", (stream) => {
    random.seed(stream.seed);
    expect(contents(random.permutation(10))).toEqual({ ...stream.permutation_10, dtype: "int32" });
  });

  test.each(moreStreams)(
    "permutation after seed $seed moves the rows of tensors and arrays alike",
    (stream) => {
      random.seed(stream.seed);
      const matrix = tf.tensor(rows, [6, 2], "int32");
      expect(contents(random.permutation(matrix))).toEqual({ ...stream.permutation_6x2, dtype: "int32" });
      random.seed(stream.seed);
      expect(random.permutation(rows).flat()).toEqual(stream.permutation_6x2.data);
    },
  );

  test("permutation leaves the original as it is", () => {
    const array = [1, 2, 3, 4, 5, 6, 7, 8];
    const typed = Float64Array.from(array);
    const tensor = tf.tensor(array);
    for (const value of [array, typed]) random.permutation(value as number[]);
    random.permutation(tensor);
    expect([array, [...typed], [...tensor.dataSync()]]).toEqual([array, array, array]);
    expect(array).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("permutation keeps the kind: typed arrays, booleans, floats", () => {
    expect(random.permutation(new Uint8Array([1, 2]))).toBeInstanceOf(Uint8Array);
    expect(random.permutation(tf.tensor([true, false], [2], "bool")).dtype).toBe("bool");
    expect(contents(random.permutation(tf.tensor([0.1, 0.1])))).toEqual(contents(tf.tensor([0.1, 0.1])));
  });

  test("permutation of nothing is empty", () => {
    expect(random.permutation(0).shape).toEqual([0]);
    expect(random.permutation([])).toEqual([]);
    expect(random.permutation(tf.zeros([0, 2])).shape).toEqual([0, 2]);
  });

  test("permutation refuses what has no order", () => {
    expect(() => random.permutation(-1)).toThrow(RangeError);
    expect(() => random.permutation(2.5)).toThrow(RangeError);
    expect(() => random.permutation("abc" as never)).toThrow(TypeError);
    expect(() => random.permutation(tf.scalar(3))).toThrow("x must be a tensor with at least one axis");
  });
});
