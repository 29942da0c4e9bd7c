import * as core from "#tf-core";
import { expectAxes, expectAxis } from "../arguments/expectAxis.js";
import { expectShape } from "../arguments/expectShape.js";
import { describe, shapeText } from "../arguments/index.js";
import { sizeOf } from "../tensor/readNumbers.js";
import type { Axes, Tensor, TensorLike } from "../tensor/Tensor.js";
import { toTensor } from "../tensor/toTensor.js";

/**
 * Arranges the same elements in another shape, row by row.
 *
 * @param shape one size may be -1: it becomes what is needed
 * @throws TypeError when the shape has room for more or fewer elements, RangeError when a size is impossible
 * @example
 * str(tf.reshape([1, 2, 3, 4], [2, -1]).shape); // [2 2]
 */
export function reshape<T extends Tensor = Tensor>(x: TensorLike, shape: readonly number[]): T {
  const tensor = toTensor("tf.reshape", "x", x);
  const free = Array.isArray(shape) ? shape.indexOf(-1) : -1;
  const sizes = expectShape(
    "tf.reshape",
    "shape",
    free < 0 ? shape : shape.map((size, i) => (i === free ? 1 : size)),
  );
  if (free >= 0) sizes[free] = tensor.size / sizeOf(sizes);
  if (sizeOf(sizes) === tensor.size && sizes.every(Number.isInteger)) return core.reshape(tensor, sizes);
  const came = `${tensor.size} elements (shape ${shapeText(tensor.shape)})`;
  throw new TypeError(
    `tf.reshape: shape must have room for the elements of x, but ${describe(shape)} has none for ${came}`,
  );
}

/**
 * Reverses the order of the axes (rows become columns), or puts them in the order given.
 *
 * @param order every axis once, like [1, 0]
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when `order` does not name every axis once
 * @example
 * str(tf.transpose([[1, 2]]).shape); // [2 1]
 */
export function transpose<T extends Tensor = Tensor>(x: TensorLike, order?: readonly number[]): T {
  const tensor = toTensor("tf.transpose", "x", x);
  if (order === undefined || order === null) return core.transpose(tensor);
  const axes = expectAxes("tf.transpose", order, tensor.shape);
  if (axes.length === tensor.rank) return core.transpose(tensor, axes);
  throw new RangeError(`tf.transpose: order must name all ${tensor.rank} axes, but it is ${describe(order)}`);
}

/**
 * Adds an axis of size 1.
 *
 * @param axis where it goes: 0 before the first, -1 behind the last
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when there is no such place
 * @example
 * str(tf.expandDims([1, 2], 1).shape); // [2 1]
 */
export function expandDims<T extends Tensor = Tensor>(x: TensorLike, axis = 0): T {
  const tensor = toTensor("tf.expandDims", "x", x);
  return core.expandDims(tensor, expectAxis("tf.expandDims", axis, [...tensor.shape, 1]));
}

/**
 * Removes axes of size 1.
 *
 * @param axis which ones; left out, all of them
 * @throws TypeError when an axis named is longer than 1, RangeError when there is no such axis
 * @example
 * str(tf.squeeze([[1, 2]])); // [1. 2.]
 */
export function squeeze<T extends Tensor = Tensor>(x: TensorLike, axis?: Axes): T {
  const tensor = toTensor("tf.squeeze", "x", x);
  if (axis === undefined || axis === null) return core.squeeze(tensor);
  const axes = expectAxes("tf.squeeze", axis, tensor.shape);
  const long = axes.find((one) => tensor.shape[one] !== 1);
  if (long === undefined)
    return core.reshape(
      tensor,
      tensor.shape.filter((_, i) => !axes.includes(i)),
    );
  const came = `axis ${long} has size ${tensor.shape[long]} (shape ${shapeText(tensor.shape)})`;
  throw new TypeError(`tf.squeeze: axis must name axes of size 1, but ${came}`);
}

/**
 * Repeats a tensor along every axis.
 *
 * @param repetitions how often, a number for every axis
 * @throws TypeError when there are not as many numbers as axes, RangeError when one is impossible
 * @example
 * str(tf.tile([1, 2], [2])); // [1. 2. 1. 2.]
 */
export function tile<T extends Tensor = Tensor>(x: TensorLike, repetitions: readonly number[]): T {
  const tensor = toTensor("tf.tile", "x", x);
  const times = expectShape("tf.tile", "repetitions", repetitions);
  if (times.length === tensor.rank) return core.tile(tensor, times);
  throw new TypeError(
    `tf.tile: repetitions must have ${tensor.rank} numbers, one for every axis, but it is ${describe(times)}`,
  );
}

/**
 * Repeats a tensor to a larger shape: axes of size 1 are stretched, missing ones come in front.
 *
 * @throws TypeError when the shape of x cannot be stretched to it, RangeError when a size is impossible
 * @example
 * str(tf.broadcastTo([1, 2], [2, 2]).flatten()); // [1. 2. 1. 2.]
 */
export function broadcastTo<T extends Tensor = Tensor>(x: TensorLike, shape: readonly number[]): T {
  const tensor = toTensor("tf.broadcastTo", "x", x);
  const sizes = expectShape("tf.broadcastTo", "shape", shape);
  const isWide =
    sizes.length >= tensor.rank &&
    tensor.shape.every((size, i) => {
      const target = sizes[i + sizes.length - tensor.rank];
      return size === target || size === 1;
    });
  if (isWide) return core.broadcastTo(tensor, sizes);
  throw new TypeError(
    `tf.broadcastTo: x must fit shape ${shapeText(sizes)}, but it has shape ${shapeText(tensor.shape)}`,
  );
}

/**
 * Adds a margin around a tensor.
 *
 * @param paddings for every axis, how much comes before and after: [[1, 1], [0, 2]]
 * @param value what the margin is filled with
 * @throws TypeError when there is not a pair for every axis, RangeError when a width is impossible
 * @example
 * str(tf.pad([1, 2], [[1, 0]])); // [0. 1. 2.]
 */
export function pad<T extends Tensor = Tensor>(
  x: TensorLike,
  paddings: readonly (readonly [before: number, after: number])[],
  value = 0,
): T {
  const tensor = toTensor("tf.pad", "x", x);
  const isComplete = Array.isArray(paddings) && paddings.length === tensor.rank;
  if (!isComplete || !paddings.every((pair) => Array.isArray(pair) && pair.length === 2)) {
    const expected = `a pair [before, after] for each of the ${tensor.rank} axes`;
    throw new TypeError(`tf.pad: paddings must be ${expected}, but it is ${describe(paddings)}`);
  }
  const widths = paddings.map((pair, i) => expectShape("tf.pad", `paddings[${i}]`, pair));
  return tensor.rank === 0 ? core.clone(tensor) : core.pad(tensor, widths, value);
}

/**
 * Reverses the order of the elements along axes.
 *
 * @param axis one axis or several, -1 the last; left out, all of them
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.reverse([1, 2, 3])); // [3. 2. 1.]
 */
export function reverse<T extends Tensor>(x: T | TensorLike, axis?: Axes): T {
  const tensor = toTensor("tf.reverse", "x", x);
  return core.reverse(tensor, expectAxes("tf.reverse", axis, tensor.shape));
}
