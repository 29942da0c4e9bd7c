import { random } from "init_utils";
import { describe, expect, test } from "vitest";
import { contents, moreStreams, streams } from "./references.ts";

describe("normal", () => {
  test.each(streams)(
    "normal after seed $seed and a shuffle gives NumPy's numbers to the last bit",
    (stream) => {
      random.seed(stream.seed);
      random.shuffle(Array.from({ length: 25 }));
      const { data } = contents(random.normal({ scale: 0.05, size: 3 }));
      expect(data).toEqual(stream["then_normal_scale_0.05_3"].data);
    },
  );

  test.each(moreStreams)("normal after seed $seed takes mean, deviation and size in order", (stream) => {
    random.seed(stream.seed);
    const matrix = contents(random.normal(2.5, 0.3, [2, 2]));
    expect(matrix).toEqual({ ...stream["normal_2.5_0.3_2x2"], dtype: "float32" });
  });

  test("normal without arguments is randn", () => {
    random.seed(4);
    const expected = random.randn();
    random.seed(4);
    expect(random.normal()).toBe(expected);
  });

  test("normal with a deviation of 0 gives the mean", () => {
    expect(contents(random.normal(3, 0, 2)).data).toEqual([3, 3]);
  });

  test("normal gives a tensor without axes for an empty size", () => {
    expect(random.normal(0, 1, []).shape).toEqual([]);
  });

  test("normal refuses a negative deviation, an infinite mean, and what is not a number", () => {
    expect(() => random.normal(0, -1)).toThrow(RangeError);
    expect(() => random.normal(0, -1)).toThrow(
      "random.normal: scale must be a finite number of at least 0, but it is -1",
    );
    expect(() => random.normal(Number.NaN)).toThrow(RangeError);
    expect(() => random.normal("0" as never)).toThrow(
      'loc must be a finite number, but it is the string "0"',
    );
    expect(() => random.normal({ stddev: 2 } as never)).toThrow("but it has stddev");
    expect(() => random.normal(0, 1, "3" as never)).toThrow("random.normal: size must be");
    expect(() => random.normal(0, 1, [2, -1])).toThrow(RangeError);
  });
});
