import * as core from "#tf-core";
import { expectDtype } from "../arguments/expectDtype.js";
import { describe, expectNumber, finite, nonNegativeInteger } from "../arguments/index.js";
import { filled } from "../tensor/filled.js";
import type { DataType, Tensor, Tensor1D, Tensor2D, TensorLike } from "../tensor/Tensor.js";
import { toTensor } from "../tensor/toTensor.js";

/**
 * Makes a matrix with ones on the diagonal and zeros elsewhere.
 *
 * @returns shape (numRows, numColumns)
 * @throws TypeError when a size is no number, RangeError when it is NaN, negative or a fraction
 * @example
 * str(tf.eye(2).flatten()); // [1. 0. 0. 1.]
 */
export function eye(numRows: number, numColumns: number = numRows): Tensor2D {
  expectNumber("tf.eye", "numRows", numRows, nonNegativeInteger);
  expectNumber("tf.eye", "numColumns", numColumns, nonNegativeInteger);
  const value = (position: number): number =>
    Number(position % numColumns === Math.floor(position / numColumns));
  return filled("tf.eye", [numRows, numColumns], value) as Tensor2D;
}

/**
 * Makes evenly spaced numbers; the first is `start`, the last exactly `stop`.
 *
 * @returns shape (num,)
 * @throws TypeError when an argument is no number, RangeError when one is infinite or NaN or `num` is not a size
 * @example
 * str(tf.linspace(0, 1, 5)); // [0.   0.25 0.5  0.75 1.  ]
 * @see https://numpy.org/doc/stable/reference/generated/numpy.linspace.html
 */
export function linspace(start: number, stop: number, num: number): Tensor1D {
  expectNumber("tf.linspace", "start", start, finite);
  expectNumber("tf.linspace", "stop", stop, finite);
  expectNumber("tf.linspace", "num", num, nonNegativeInteger);
  const step = (stop - start) / (num - 1);
  const value = (i: number): number => (i > 0 && i === num - 1 ? stop : start + (i === 0 ? 0 : i * step));
  return filled("tf.linspace", [num], value) as Tensor1D;
}

/**
 * Makes the numbers start, start + step, start + 2·step, … that lie before `stop`.
 *
 * @returns shape (n,) with n = ⌈(stop - start) / step⌉, at least 0
 * @throws TypeError when an argument is no number, RangeError when one is infinite or NaN or `step` is 0
 * @example
 * str(tf.range(0, 1, 0.25)); // [0.   0.25 0.5  0.75]
 * @see https://numpy.org/doc/stable/reference/generated/numpy.arange.html
 */
export function range(start: number, stop: number, step?: number, dtype: DataType = "float32"): Tensor1D {
  expectNumber("tf.range", "start", start, finite);
  expectNumber("tf.range", "stop", stop, finite);
  const notZero = {
    expected: "a finite number other than 0",
    accepts: (x: number) => Number.isFinite(x) && x !== 0,
  };
  const distance = expectNumber("tf.range", "step", step ?? (stop < start ? -1 : 1), notZero);
  const count = Math.max(0, Math.ceil((stop - start) / distance));
  return filled("tf.range", [count], (i) => start + i * distance, dtype) as Tensor1D;
}

/**
 * Turns every index into a row with `onValue` at that place and `offValue` elsewhere.
 *
 * @param indices whole numbers; an index outside 0 … depth - 1 gives a row without `onValue`
 * @returns the shape of `indices` with one more dimension of size `depth`
 * @throws TypeError when `indices` holds no numbers, RangeError when an index is a fraction or `depth` is not a size
 * @example
 * str(tf.oneHot([1], 3)); // [[0. 1. 0.]]
 */
export function oneHot<T extends Tensor = Tensor>(
  indices: TensorLike,
  depth: number,
  onValue = 1,
  offValue = 0,
  dtype: DataType = "float32",
): T {
  const places = toTensor("tf.oneHot", "indices", indices);
  expectNumber("tf.oneHot", "depth", depth, nonNegativeInteger);
  const data = places.dataSync();
  const fraction = data.find((index) => !Number.isInteger(index));
  if (fraction !== undefined) {
    throw new RangeError(`tf.oneHot: indices must be whole numbers, but there is ${describe(fraction)}`);
  }
  const value = (i: number): number => (data[Math.floor(i / depth)] === i % depth ? onValue : offValue);
  return filled("tf.oneHot", [...places.shape, depth], value, dtype) as T;
}

/**
 * Copies a tensor with its elements turned into another type: fractions are cut off for "int32", every number but 0 is
 * true for "bool".
 *
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when `dtype` is not the name of a type
 * @example
 * str(tf.cast([1.7, -1.7], "int32")); // [ 1 -1]
 */
export function cast<T extends Tensor>(x: T | TensorLike, dtype: DataType): T {
  return core.cast(toTensor("tf.cast", "x", x), expectDtype("tf.cast", dtype));
}

/**
 * Makes a second tensor with the same elements, which lives on when the first is disposed.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.clone([1, 2])); // [1. 2.]
 */
export function clone<T extends Tensor>(x: T | TensorLike): T {
  return core.clone(toTensor("tf.clone", "x", x));
}
