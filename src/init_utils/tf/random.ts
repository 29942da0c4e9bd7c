import * as core from "#tf-core";
import { expectShape } from "../arguments/expectShape.js";
import { describe, expectNumber, positiveInteger } from "../arguments/index.js";
import type { Tensor, Tensor1D, Tensor2D, TensorLike } from "../tensor/Tensor.js";
import { toFloats } from "../tensor/toTensor.js";

/** What the elements of a random tensor can be. */
type RandomType = "float32" | "int32";

const spread = {
  expected: "a finite number of at least 0",
  accepts: (x: number) => Number.isFinite(x) && x >= 0,
};

/**
 * Draws numbers from the normal distribution. They are not NumPy's: for those take `random.randn`.
 *
 * @param seed makes the same numbers come again
 * @throws TypeError when `shape` is no array of numbers or an argument no number, RangeError when a size is impossible
 *   or `stdDev` negative
 * @example
 * str(tf.randomNormal([2, 3]).shape); // [2 3]
 */
export function randomNormal<T extends Tensor = Tensor>(
  shape: readonly number[],
  mean = 0,
  stdDev = 1,
  dtype: RandomType = "float32",
  seed?: number,
): T {
  const sizes = expectShape("tf.randomNormal", "shape", shape);
  expectNumber("tf.randomNormal", "mean", mean);
  expectNumber("tf.randomNormal", "stdDev", stdDev, spread);
  expectSeed("tf.randomNormal", seed);
  return core.randomNormal(sizes, mean, stdDev, expectRandomType("tf.randomNormal", dtype), seed);
}

/**
 * Draws numbers from the normal distribution, and draws again what lies more than two standard deviations from the mean.
 *
 * @param seed makes the same numbers come again
 * @throws TypeError when `shape` is no array of numbers or an argument no number, RangeError when a size is impossible
 *   or `stdDev` negative
 * @example
 * str(tf.truncatedNormal([4]).shape); // [4]
 */
export function truncatedNormal<T extends Tensor = Tensor>(
  shape: readonly number[],
  mean = 0,
  stdDev = 1,
  dtype: RandomType = "float32",
  seed?: number,
): T {
  const sizes = expectShape("tf.truncatedNormal", "shape", shape);
  expectNumber("tf.truncatedNormal", "mean", mean);
  expectNumber("tf.truncatedNormal", "stdDev", stdDev, spread);
  expectSeed("tf.truncatedNormal", seed);
  return core.truncatedNormal(sizes, mean, stdDev, expectRandomType("tf.truncatedNormal", dtype), seed);
}

/**
 * Draws numbers that are equally likely everywhere from `minimum` up to, but not including, `maximum`.
 *
 * @param seed makes the same numbers come again
 * @throws TypeError when `shape` is no array of numbers or an argument no number, RangeError when a size is impossible
 *   or the minimum is above the maximum
 * @example
 * str(tf.randomUniform([3], 0, 1).less(1).all()); // True
 */
export function randomUniform<T extends Tensor = Tensor>(
  shape: readonly number[],
  minimum = 0,
  maximum = 1,
  dtype: RandomType = "float32",
  seed?: number,
): T {
  const sizes = expectShape("tf.randomUniform", "shape", shape);
  expectNumber("tf.randomUniform", "minimum", minimum);
  const above = {
    expected: `a finite number of at least ${minimum}`,
    accepts: (x: number) => Number.isFinite(x) && x >= minimum,
  };
  expectNumber("tf.randomUniform", "maximum", maximum, above);
  expectSeed("tf.randomUniform", seed);
  return core.randomUniform(sizes, minimum, maximum, expectRandomType("tf.randomUniform", dtype), seed);
}

/**
 * Draws outcomes 0, 1, … with given chances.
 *
 * @param logits the logarithms of the chances, not necessarily normalized, shape (outcomes,) or (rows, outcomes)
 * @param numSamples how many outcomes to draw, for each row
 * @param seed makes the same outcomes come again
 * @param normalized whether `logits` holds the chances themselves, which sum to 1
 * @returns whole numbers, shape (numSamples,) or (rows, numSamples)
 * @throws TypeError when `logits` is no vector or matrix, RangeError when there are fewer than two outcomes or no samples
 * @example
 * str(tf.multinomial([0, -Infinity], 3)); // [0 0 0]
 */
export function multinomial(
  logits: TensorLike,
  numSamples: number,
  seed?: number,
  normalized = false,
): Tensor1D | Tensor2D {
  const chances = toFloats("tf.multinomial", "logits", logits);
  if (chances.rank !== 1 && chances.rank !== 2) {
    throw new TypeError(
      `tf.multinomial: logits must be a vector or a matrix, but it is ${describe(chances)}`,
    );
  }
  if (chances.shape[chances.rank - 1]! < 2) {
    throw new RangeError(
      `tf.multinomial: logits must have at least two outcomes, but it is ${describe(chances)}`,
    );
  }
  expectNumber("tf.multinomial", "numSamples", numSamples, positiveInteger);
  return core.multinomial(chances, numSamples, expectSeed("tf.multinomial", seed), normalized);
}

function expectSeed(functionName: string, seed: unknown): number | undefined {
  return seed === undefined ? undefined : expectNumber(functionName, "seed", seed);
}

function expectRandomType(functionName: string, dtype: unknown): RandomType {
  if (dtype === "float32" || dtype === "int32") return dtype;
  throw new RangeError(
    `${functionName}: dtype must be "float32" (doubles) or "int32", but it is ${describe(dtype)}`,
  );
}
