import { random } from "init_utils";
import { describe, expect, test } from "vitest";
import { contents, moreStreams, streams } from "./references.ts";

describe("uniform", () => {
  test.each(streams)("uniform after seed $seed gives NumPy's numbers to the last bit", (stream) => {
    random.seed(stream.seed);
    expect(contents(random.uniform(-2, 3, 4))).toEqual({ ...stream["uniform_-2_3_4"], dtype: "float32" });
  });

  test.each(moreStreams)("uniform after seed $seed takes options in place of arguments", (stream) => {
    random.seed(stream.seed);
    const { data } = contents(random.uniform({ high: 20, low: 10, size: [3] }));
    expect(data).toEqual(stream.uniform_10_20_3.data);
  });

  test("uniform without arguments is rand", () => {
    random.seed(4);
    const expected = random.rand();
    random.seed(4);
    expect(random.uniform()).toBe(expected);
  });

  test("uniform accepts a range of one number", () => {
    expect(random.uniform(2, 2)).toBe(2);
  });

  test("uniform refuses a range that is upside down or infinite", () => {
    expect(() => random.uniform(3, 2)).toThrow(RangeError);
    expect(() => random.uniform(3, 2)).toThrow("random.uniform: high must be at least low = 3, but it is 2");
    expect(() => random.uniform(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => random.uniform(-1e308, 1e308)).toThrow("random.uniform: high - low must be a finite number");
  });

  test("uniform refuses strings, unknown options, and arguments after options", () => {
    expect(() => random.uniform("0" as never)).toThrow(TypeError);
    expect(() => random.uniform({ min: 0 } as never)).toThrow(
      "random.uniform: options must be an object with options out of low, high, size, but it has min",
    );
    expect(() => (random.uniform as (...given: unknown[]) => unknown)({ low: 0 }, 3)).toThrow(TypeError);
  });
});
