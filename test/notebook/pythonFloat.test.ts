import { describe, expect, it } from "vitest";
import { pythonFloat } from "../../src/notebook/format/pythonFloat.js";

describe("pythonFloat", () => {
  // The texts are what Python 3.11 answers to repr(float("…")).
  it.each([
    [0, "0.0"],
    [-0, "-0.0"],
    [10, "10.0"],
    [2.5, "2.5"],
    [-1.25, "-1.25"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [1.5e-7, "1.5e-07"],
    [2 ** 53, "9007199254740992.0"],
    [1e16, "1e+16"],
    [123456789012345680000, "1.2345678901234568e+20"],
    [1e21, "1e+21"],
    [5e-324, "5e-324"],
    [Number.MAX_VALUE, "1.7976931348623157e+308"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [Number.NaN, "nan"],
  ])("writes %d as Python does", (value, text) => {
    expect(pythonFloat(value)).toBe(text);
  });
});
