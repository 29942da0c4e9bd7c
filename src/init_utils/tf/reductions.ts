import * as core from "#tf-core";
import { expectAxes, expectAxis } from "../arguments/expectAxis.js";
import { alongLastAxis } from "../tensor/alongLastAxis.js";
import type { Axes, Tensor, TensorLike } from "../tensor/Tensor.js";
import { toBooleans, toFloats, toNumbers } from "../tensor/toTensor.js";

/**
 * Adds up the elements along axes; booleans count as 0 and 1.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.sum([[1, 2], [3, 4]], 0)); // [4. 6.]
 */
export function sum<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toNumbers("tf.sum", "x", x);
  return core.sum(tensor, expectAxes("tf.sum", axis, tensor.shape), keepDims);
}

/**
 * The mean along axes: the sum divided by the number of elements.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.mean([[1, 2], [3, 4]], 1)); // [1.5 3.5]
 */
export function mean<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toFloats("tf.mean", "x", x);
  return core.mean(tensor, expectAxes("tf.mean", axis, tensor.shape), keepDims);
}

/**
 * Multiplies the elements along axes.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.prod([[1, 2], [3, 4]], 1)); // [ 2. 12.]
 */
export function prod<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toNumbers("tf.prod", "x", x);
  return core.prod(tensor, expectAxes("tf.prod", axis, tensor.shape), keepDims);
}

/**
 * The largest element along axes.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.max([[1, 2], [3, 4]], 0)); // [3. 4.]
 */
export function max<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toNumbers("tf.max", "x", x);
  return core.max(tensor, expectAxes("tf.max", axis, tensor.shape), keepDims);
}

/**
 * The smallest element along axes.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.min([[1, 2], [3, 4]], 0)); // [1. 2.]
 */
export function min<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toNumbers("tf.min", "x", x);
  return core.min(tensor, expectAxes("tf.min", axis, tensor.shape), keepDims);
}

/**
 * The index of the largest element along an axis, the first if there are several.
 *
 * @param axis -1 is the last; left out, the first one
 * @returns whole numbers, of x's shape without the axis
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.argMax([[1, 9, 3]], 1)); // [1]
 */
export function argMax<T extends Tensor = Tensor>(x: TensorLike, axis = 0): T {
  const tensor = toNumbers("tf.argMax", "x", x);
  return core.argMax(tensor, expectAxis("tf.argMax", axis, tensor.shape));
}

/**
 * The index of the smallest element along an axis, the first if there are several.
 *
 * @param axis -1 is the last; left out, the first one
 * @returns whole numbers, of x's shape without the axis
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.argMin([[1, 9, 0]], 1)); // [2]
 */
export function argMin<T extends Tensor = Tensor>(x: TensorLike, axis = 0): T {
  const tensor = toNumbers("tf.argMin", "x", x);
  return core.argMin(tensor, expectAxis("tf.argMin", axis, tensor.shape));
}

/**
 * Whether all elements along axes are true; every number but 0 counts as true.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.all([[true, false], [true, true]], 1)); // [False  True]
 */
export function all<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toBooleans("tf.all", "x", x);
  return core.all(tensor, expectAxes("tf.all", axis, tensor.shape), keepDims);
}

/**
 * Whether an element along axes is true; every number but 0 counts as true.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.any([[true, false], [false, false]], 1)); // [ True False]
 */
export function any<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toBooleans("tf.any", "x", x);
  return core.any(tensor, expectAxes("tf.any", axis, tensor.shape), keepDims);
}

/**
 * The logarithm of the sum of exponentials along axes: ln Σ eˣ, without overflow.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.logSumExp([0, 0])); // 0.6931471805599453
 */
export function logSumExp<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes, keepDims = false): T {
  const tensor = toFloats("tf.logSumExp", "x", x);
  return core.logSumExp(tensor, expectAxes("tf.logSumExp", axis, tensor.shape), keepDims);
}

/**
 * The running sum along an axis: yᵢ = x₀ + … + xᵢ.
 *
 * @param axis -1 is the last; left out, the first one
 * @param exclusive leaves xᵢ itself out of yᵢ
 * @param reverse runs from the end to the beginning
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.cumsum([1, 2, 3])); // [1. 3. 6.]
 */
export function cumsum<T extends Tensor>(x: T | TensorLike, axis = 0, exclusive = false, reverse = false): T {
  const tensor = toNumbers("tf.cumsum", "x", x);
  const place = expectAxis("tf.cumsum", axis, tensor.shape);
  return alongLastAxis(tensor, place, (along) => core.cumsum(along, along.rank - 1, exclusive, reverse));
}

/**
 * The mean and the variance along axes, the variance being the mean of (x - mean)².
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.moments([1, 3]).variance); // 1.0
 */
export function moments(x: TensorLike, axis?: Axes, keepDims = false): { mean: Tensor; variance: Tensor } {
  const tensor = toFloats("tf.moments", "x", x);
  return core.moments(tensor, expectAxes("tf.moments", axis, tensor.shape), keepDims);
}
