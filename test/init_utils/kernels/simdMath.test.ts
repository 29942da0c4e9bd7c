import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Kernels } from "../../../src/init_utils/kernels/Kernels.js";
import { simdKernels } from "../../../src/init_utils/kernels/simdKernels.js";
import { ulps } from "../../reference/ulps.js";

const kernels = simdKernels() as Kernels;
/** The kernels take multiples of eight numbers. */
const count = 8;

function logistic(z: number): number {
  const at = kernels.start;
  const memory = kernels.memory(at + 8 * count);
  memory.fill(z, at / 8, at / 8 + count);
  kernels.logistic(at, count);
  expect(memory[at / 8 + count - 1]).toBe(memory[at / 8]);
  return memory[at / 8]!;
}

function loss(output: number, label: number): number {
  const [a, y, out] = [0, 1, 2].map((row) => kernels.start + 8 * count * row) as [number, number, number];
  const memory = kernels.memory(out + 8 * count);
  memory.fill(output, a / 8, y / 8);
  memory.fill(label, y / 8, out / 8);
  kernels.losses(a, y, out, count);
  return memory[out / 8]!;
}

/** Doubles of every magnitude: random bits. */
const magnitude = fc.double({ min: 2 ** -1074, max: Number.MAX_VALUE, noNaN: true });
const many = { numRuns: 20_000, seed: 5 };

describe("the exponential function in the kernels", () => {
  test("logistic agrees with Math.exp to four units in the last place, wherever that is finite", () => {
    const z = fc.double({ min: -745, max: 745, noNaN: true });
    fc.assert(
      fc.property(z, (z) => {
        expect(ulps(logistic(z), 1 / (1 + Math.exp(-z)))).toBeLessThanOrEqual(4);
      }),
      many,
    );
  });

  test.each([
    [0, 0.5],
    [-0, 0.5],
    [Number.POSITIVE_INFINITY, 1],
    [Number.NEGATIVE_INFINITY, 0],
    [1e308, 1],
    [-1e308, 0],
    [2 ** -1074, 0.5],
    [40, 1],
    [-710, 0],
    [Number.NaN, Number.NaN],
  ])("logistic(%d) is %d", (z, expected) => {
    expect(logistic(z)).toBe(expected);
  });

  test("logistic gives numbers below 2^-1022 where e^-z is almost too large", () => {
    expect(Math.abs(logistic(-709.5) / (1 / Math.exp(709.5)) - 1)).toBeLessThanOrEqual(1e-15);
  });
});

describe("the logarithm in the kernels", () => {
  test("losses agrees with Math.log to one unit in the last place, at every magnitude", () => {
    fc.assert(
      fc.property(magnitude, (x) => {
        expect(ulps(loss(x, 1), -Math.log(x))).toBeLessThanOrEqual(1);
      }),
      many,
    );
  });

  test("losses agrees with Math.log to one unit in the last place near 1, where the logarithm is small", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expect(ulps(loss(x, 1), -Math.log(x))).toBeLessThanOrEqual(1);
      }),
      many,
    );
  });

  test.each([
    ["a coin's toss", 0.5, 1, Math.LN2],
    ["a coin's toss", 0.5, 0, Math.LN2],
    ["a sure right answer", 1, 1, 0],
    ["a sure right answer", 0, 0, 0],
    ["a sure wrong answer", 0, 1, Number.POSITIVE_INFINITY],
    ["a sure wrong answer", 1, 0, Number.POSITIVE_INFINITY],
    ["the smallest number there is", 2 ** -1074, 1, -Math.log(2 ** -1074)],
    ["what is not a number, which counts as nothing", Number.NaN, 1, 0],
    ["what is negative, which has no logarithm", -1, 1, 0],
    ["what is above 1, of which 1 - a has no logarithm", 2, 0, 0],
    ["what is infinite", Number.POSITIVE_INFINITY, 1, Number.NEGATIVE_INFINITY],
    ["a label between the classes", 0.5, 0.25, Math.LN2],
    ["a label between the classes and a sure answer", 1, 0.25, Number.POSITIVE_INFINITY],
  ])("losses is right for %s: a = %d, y = %d", (_, output, label, expected) => {
    // Adding 0 makes 0 of -0, which is the same loss.
    expect(loss(output, label) + 0).toBe(expected);
  });
});
