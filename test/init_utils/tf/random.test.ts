import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

const n = 20_000;

function moments(tensor: tf.Tensor): { mean: number; deviation: number } {
  const { mean, variance } = tf.moments(tensor);
  return { mean: mean.dataSync()[0]!, deviation: Math.sqrt(variance.dataSync()[0]!) };
}

/** Five standard errors: with a fixed seed the outcome is always the same. */
const near = (value: number, expected: number, error: number): boolean =>
  Math.abs(value - expected) <= 5 * error;

describe.each([
  ["randomNormal", (seed?: number): tf.Tensor => tf.randomNormal([n], 3, 2, "float32", seed), 3, 2],
  [
    "randomUniform",
    (seed?: number): tf.Tensor => tf.randomUniform([n], -1, 5, "float32", seed),
    2,
    6 / Math.sqrt(12),
  ],
  // The deviation of a normal distribution cut off at ±2: sqrt(1 - 4φ(2) / (2Φ(2) - 1)) = 0.8796…
  [
    "truncatedNormal",
    (seed?: number): tf.Tensor => tf.truncatedNormal([n], 3, 2, "float32", seed),
    3,
    2 * 0.87962566103423978,
  ],
] as const)("tf.%s", (name, draw, mean, deviation) => {
  test(`tf.${name} has the mean and the deviation asked for`, () => {
    const found = moments(draw(1));
    expect(near(found.mean, mean, deviation / Math.sqrt(n))).toBe(true);
    expect(near(found.deviation, deviation, deviation / Math.sqrt(2 * n))).toBe(true);
  });

  test(`tf.${name} repeats itself with a seed and does not without`, () => {
    expect(draw(7).dataSync()).toEqual(draw(7).dataSync());
    expect(draw(7).dataSync()).not.toEqual(draw(8).dataSync());
    expect(draw().dataSync()).not.toEqual(draw().dataSync());
  });

  test(`tf.${name} draws doubles, not single-precision numbers`, () => {
    const wide = [...draw(3).dataSync()].filter((value) => Math.fround(value) !== value);
    expect(wide.length).toBeGreaterThan(n / 2);
  });
});

describe("the limits of random tensors", () => {
  test("tf.randomUniform stays within its limits", () => {
    const values = tf.randomUniform([n], -1, 5).dataSync();
    expect(values.every((value) => value >= -1 && value < 5)).toBe(true);
  });

  test("tf.truncatedNormal stays within two deviations", () => {
    const values = tf.truncatedNormal([n], 3, 2).dataSync();
    expect(values.every((value) => Math.abs(value - 3) <= 4)).toBe(true);
  });

  test("tf.randomUniform draws whole numbers when asked to", () => {
    const tensor = tf.randomUniform([n], 0, 3, "int32", 1);
    expect([tensor.dtype, [...new Set(tensor.dataSync())].sort()]).toEqual(["int32", [0, 1, 2]]);
  });
});

describe("tf.multinomial", () => {
  test("tf.multinomial draws every outcome as often as its chance says", () => {
    const chances = [0.5, 0.2, 0.3];
    for (const drawn of [tf.multinomial(tf.log(chances), n, 5), tf.multinomial(chances, n, 5, true)]) {
      chances.forEach((chance, outcome) => {
        const share = [...drawn.dataSync()].filter((value) => value === outcome).length / n;
        expect(near(share, chance, Math.sqrt((chance * (1 - chance)) / n))).toBe(true);
      });
    }
  });

  test("tf.multinomial draws for every row of a matrix", () => {
    expect(
      tf
        .multinomial(
          [
            [0, -Infinity],
            [-Infinity, 0],
          ],
          3,
        )
        .arraySync(),
    ).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
  });
});
