import { random, tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { moreStreams, streams } from "./references.ts";

describe("shuffle", () => {
  const ascending = (): number[] => Array.from({ length: 25 }, (_, i) => i);

  test.each(streams)("shuffle after seed $seed gives NumPy's order", (stream) => {
    const array = ascending();
    random.seed(stream.seed);
    random.shuffle(array);
    expect(array).toEqual(stream.shuffle_arange_25.data);
  });

  test.each(streams)("shuffle after seed $seed treats a typed array the same", (stream) => {
    const array = Float64Array.from(ascending());
    random.seed(stream.seed);
    random.shuffle(array);
    expect([...array]).toEqual(stream.shuffle_arange_25.data);
  });

  test.each(moreStreams)("shuffle after seed $seed moves rows as a whole", (stream) => {
    const array = [0, 1, 2, 3, 4, 5].map((i) => [2 * i, 2 * i + 1]);
    random.seed(stream.seed);
    random.shuffle(array);
    expect(array.flat()).toEqual(stream.shuffle_6x2.data);
  });

  test("shuffle leaves arrays of no and of one entry alone", () => {
    const arrays: number[][] = [[], [7]];
    arrays.forEach((array) => {
      random.shuffle(array);
    });
    expect(arrays).toEqual([[], [7]]);
  });

  test("shuffle refuses a tensor and points to permutation", () => {
    expect(() => random.shuffle(tf.tensor([1, 2]) as never)).toThrow(TypeError);
    expect(() => random.shuffle(tf.tensor([1, 2]) as never)).toThrow("random.permutation(tensor)");
    expect(() => random.shuffle("abc" as never)).toThrow("random.shuffle: array must be an array");
  });
});
