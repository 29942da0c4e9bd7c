import { describe, expect, test } from "vitest";
import { axisTicks } from "../../../src/init_utils/svg/axisTicks.ts";

const labels = (low: number, high: number, count: number, dtick?: number): string[] =>
  axisTicks({ title: { text: "" }, range: [low, high], ...(dtick ? { dtick } : {}) }, count).map(
    ({ label }) => label,
  );

describe("axisTicks", () => {
  test("axisTicks gives round numbers with a true minus sign and equal digits", () => {
    expect(labels(-1.5, 1.5, 6)).toEqual(["−1.5", "−1.0", "−0.5", "0.0", "0.5", "1.0", "1.5"]);
    expect(labels(0.04, 0.91, 4)).toEqual(["0.2", "0.4", "0.6", "0.8"]);
    expect(labels(0, 100, 5)).toEqual(["0", "20", "40", "60", "80", "100"]);
  });

  test("axisTicks keeps to a given distance", () => {
    expect(labels(-0.56, 14.56, 3, 2)).toEqual(["0", "2", "4", "6", "8", "10", "12", "14"]);
    expect(labels(-0.04, 1.04, 9, 1)).toEqual(["0", "1"]);
  });

  test("axisTicks writes very large and very small numbers with an exponent", () => {
    expect(labels(0, 4e7, 4)).toEqual(["0", "1e+7", "2e+7", "3e+7", "4e+7"]);
    expect(labels(0, 3e-5, 3)).toEqual(["0", "1e−5", "2e−5", "3e−5"]);
    expect(labels(1e6, 1.4e6, 2)).toEqual(["1.0e+6", "1.2e+6", "1.4e+6"]);
  });
});
