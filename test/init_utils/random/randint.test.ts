import { random } from "init_utils";
import { describe, expect, test } from "vitest";
import { contents, moreStreams, streams } from "./references.ts";

describe("randint", () => {
  test.each(streams)("randint after seed $seed gives NumPy's numbers", (stream) => {
    random.seed(stream.seed);
    expect(contents(random.randint(0, 1000, 6))).toEqual({ ...stream.randint_0_1000_6, dtype: "int32" });
  });

  test.each(moreStreams)(
    "randint after seed $seed takes one bound, negative bounds and options",
    (stream) => {
      random.seed(stream.seed);
      expect(contents(random.randint(7, null, 5)).data).toEqual(stream.randint_7_5.data);
      random.seed(stream.seed);
      expect(contents(random.randint({ low: 7, size: 5 })).data).toEqual(stream.randint_7_5.data);
      random.seed(stream.seed);
      const matrix = contents(random.randint(-5, 6, [2, 2]));
      expect(matrix).toEqual({ ...stream["randint_-5_6_2x2"], dtype: "int32" });
    },
  );

  test.each(moreStreams)("randint after seed $seed draws from all 32-bit integers", (stream) => {
    random.seed(stream.seed);
    expect(contents(random.randint(-(2 ** 31), 2 ** 31, 4)).data).toEqual(stream.randint_full_4.data);
  });

  test.each(moreStreams)("randint after seed $seed uses up nothing when there is no choice", (stream) => {
    random.seed(stream.seed);
    const data = [...random.randint(5, 6, 2).dataSync(), random.rand()];
    expect(data).toEqual(stream.randint_5_6_2_then_rand.data);
  });

  test("randint without a size gives one number", () => {
    random.seed(streams[0]!.seed);
    expect(random.randint(1000)).toBe(streams[0]!.randint_0_1000_6.data[0]);
  });

  test("randint reaches both ends of its range with a string's stream too", () => {
    random.seed("dice");
    const seen = new Set(random.randint(1, 7, 1000).dataSync());
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("randint says that the range is empty", () => {
    expect(() => random.randint(5, 5)).toThrow(RangeError);
    expect(() => random.randint(5, 5)).toThrow("random.randint: low must be below high = 5, but it is 5");
    expect(() => random.randint(0)).toThrow("low must be at least 1 when it is the only bound");
  });

  test("randint refuses bounds that are fractions, too large, or not numbers", () => {
    expect(() => random.randint(0.5, 2)).toThrow(RangeError);
    expect(() => random.randint(0, 2 ** 31 + 1)).toThrow(RangeError);
    expect(() => random.randint(0, Number.NaN)).toThrow(RangeError);
    expect(() => random.randint("0" as never, 2)).toThrow(TypeError);
    expect(() => random.randint(undefined as never)).toThrow(TypeError);
  });
});
