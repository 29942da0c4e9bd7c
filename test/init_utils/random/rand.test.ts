import { random } from "init_utils";
import { describe, expect, test } from "vitest";
import { contents, moreStreams, streams } from "./references.ts";

describe("rand", () => {
  test.each(streams)("rand after seed $seed gives NumPy's numbers to the last bit", (stream) => {
    random.seed(stream.seed);
    expect(contents(random.rand(5))).toEqual({ ...stream.random_sample_5, dtype: "float32" });
  });

  test.each(moreStreams)("rand after seed $seed fills a matrix row by row", (stream) => {
    random.seed(stream.seed);
    expect(contents(random.rand(2, 3))).toEqual({ ...stream.rand_2x3, dtype: "float32" });
  });

  test("rand without a shape gives one number", () => {
    random.seed(streams[0]!.seed);
    expect(random.rand()).toBe(streams[0]!.random_sample_5.data[0]);
  });

  test("rand gives empty tensors for a length of 0", () => {
    expect(contents(random.rand(2, 0))).toEqual({ shape: [2, 0], dtype: "float32", data: [] });
  });

  test("rand draws evenly over a string's stream, from 0 up to 1", () => {
    random.seed("even");
    const bins = new Array<number>(10).fill(0);
    for (const value of random.rand(100_000).dataSync()) bins[Math.floor(value * 10)]!++;
    for (const count of bins) expect(Math.abs(count - 10_000) <= 400).toBe(true);
  });

  test.each([-1, Number.NaN, 1.5, Number.POSITIVE_INFINITY])("rand refuses the length %s", (length) => {
    expect(() => random.rand(2, length)).toThrow(RangeError);
    expect(() => random.rand(2, length)).toThrow(
      `random.rand: size[1] must be a whole number of at least 0, but it is ${length}`,
    );
  });

  test.each([["3"], [[2, 3]], [null], [undefined]])("rand refuses %j for a length", (length) => {
    expect(() => random.rand(length as never)).toThrow(TypeError);
  });
});
