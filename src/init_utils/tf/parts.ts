import * as core from "#tf-core";
import { expectAxis } from "../arguments/expectAxis.js";
import { expectShape } from "../arguments/expectShape.js";
import { describe, shapeText } from "../arguments/index.js";
import type { Tensor, TensorLike } from "../tensor/Tensor.js";
import { toTensor, toTensors } from "../tensor/toTensor.js";

/**
 * Puts tensors one after the other along an axis.
 *
 * @param tensors of the same shape, except along the axis
 * @throws TypeError when the shapes do not fit, RangeError when there is no such axis
 * @example
 * str(tf.concat([[1, 2], [3]])); // [1. 2. 3.]
 */
export function concat<T extends Tensor = Tensor>(tensors: readonly TensorLike[], axis = 0): T {
  const parts = toTensors("tf.concat", "tensors", tensors);
  const [first] = parts as [Tensor];
  const place = expectAxis("tf.concat", axis, first.shape);
  const fits = (part: Tensor): boolean => shapesAgree(part.shape, first.shape, place);
  expectAll("tf.concat", parts, fits, `${shapeText(first.shape)}, except along axis ${place}`);
  return core.concat(parts, place);
}

/**
 * Puts tensors beside each other along a new axis.
 *
 * @param tensors of the same shape
 * @throws TypeError when the shapes differ, RangeError when there is no such place for an axis
 * @example
 * str(tf.stack([1, 2])); // [1. 2.]
 */
export function stack<T extends Tensor = Tensor>(tensors: readonly TensorLike[], axis = 0): T {
  const parts = toTensors("tf.stack", "tensors", tensors);
  const [first] = parts as [Tensor];
  const place = expectAxis("tf.stack", axis, [...first.shape, 1]);
  expectAll("tf.stack", parts, (part) => shapesAgree(part.shape, first.shape), shapeText(first.shape));
  return core.stack(parts, place);
}

/**
 * Takes a tensor apart along an axis, which disappears: the reverse of `stack`.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.unstack([[1, 2], [3, 4]])[1]); // [3. 4.]
 */
export function unstack<T extends Tensor = Tensor>(x: TensorLike, axis = 0): T[] {
  const tensor = toTensor("tf.unstack", "x", x);
  return core.unstack(tensor, expectAxis("tf.unstack", axis, tensor.shape));
}

/**
 * Cuts a tensor into pieces along an axis: the reverse of `concat`.
 *
 * @param sizes how many equally large pieces, or the sizes of the pieces
 * @throws TypeError when the pieces do not add up to the whole, RangeError when there is no such axis
 * @example
 * str(tf.split([1, 2, 3], [1, 2])[1]); // [2. 3.]
 */
export function split<T extends Tensor = Tensor>(
  x: TensorLike,
  sizes: number | readonly number[],
  axis = 0,
): T[] {
  const tensor = toTensor("tf.split", "x", x);
  const place = expectAxis("tf.split", axis, tensor.shape);
  const length = tensor.shape[place]!;
  const pieces =
    typeof sizes === "number" ? Array.from({ length: sizes > 0 ? sizes : 0 }, () => length / sizes) : sizes;
  const isExact =
    Array.isArray(pieces) && pieces.length > 0 && pieces.every((size) => Number.isInteger(size) && size >= 0);
  if (isExact && pieces.reduce((sum, size) => sum + size, 0) === length)
    return core.split(tensor, [...pieces], place);
  throw new TypeError(
    `tf.split: sizes must add up to ${length}, the size of axis ${place}, but it is ${describe(sizes)}`,
  );
}

/**
 * Cuts out a block.
 *
 * @param begin where it begins, a number for each of the first axes
 * @param size how large it is; -1 or left out: up to the end
 * @throws TypeError when an argument is no number, RangeError when the block reaches beyond the tensor
 * @example
 * str(tf.slice([1, 2, 3, 4], 1, 2)); // [2. 3.]
 */
export function slice<T extends Tensor = Tensor>(
  x: TensorLike,
  begin: number | readonly number[],
  size?: number | readonly number[],
): T {
  const tensor = toTensor("tf.slice", "x", x);
  const starts = expectShape("tf.slice", "begin", typeof begin === "number" ? [begin] : begin);
  const given = typeof size === "number" ? [size] : (size ?? []);
  const sizes = tensor.shape.map((length, axis) => {
    const wanted = (given as readonly number[])[axis] ?? -1;
    return wanted === -1 ? length - (starts[axis] ?? 0) : wanted;
  });
  const isInside = sizes.every((length, axis) => {
    return Number.isInteger(length) && length >= 0 && (starts[axis] ?? 0) + length <= tensor.shape[axis]!;
  });
  if (isInside && starts.length <= tensor.rank && given.length <= tensor.rank) {
    return core.slice(
      tensor,
      sizes.map((_, axis) => starts[axis] ?? 0),
      sizes,
    );
  }
  const came = `begin is ${describe(begin)} and size is ${describe(size)}`;
  throw new RangeError(
    `tf.slice: begin and size must lie within shape ${shapeText(tensor.shape)}, but ${came}`,
  );
}

/**
 * Picks rows, or what lies along another axis, by their numbers.
 *
 * @param indices whole numbers from 0; their shape takes the place of the axis
 * @throws TypeError when an argument is neither a tensor nor numbers, RangeError when there is no such index or axis
 * @example
 * str(tf.gather([10, 20, 30], [2, 0])); // [30. 10.]
 */
export function gather<T extends Tensor = Tensor>(x: TensorLike, indices: TensorLike, axis = 0): T {
  const tensor = toTensor("tf.gather", "x", x);
  const places = toTensor("tf.gather", "indices", indices);
  const place = expectAxis("tf.gather", axis, tensor.shape);
  const length = tensor.shape[place]!;
  const wrong = places.dataSync().find((index) => !Number.isInteger(index) || index < 0 || index >= length);
  if (wrong === undefined) return core.gather(tensor, core.cast(places, "int32"), place);
  const expected = `whole numbers from 0 to ${length - 1} (axis ${place} has size ${length})`;
  throw new RangeError(`tf.gather: indices must be ${expected}, but there is ${describe(wrong)}`);
}

function shapesAgree(a: readonly number[], b: readonly number[], exceptAxis?: number): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis] || axis === exceptAxis);
}

function expectAll(
  functionName: string,
  parts: readonly Tensor[],
  fits: (part: Tensor) => boolean,
  shape: string,
): void {
  const misfit = parts.findIndex((part) => !fits(part));
  if (misfit < 0) return;
  const expected = `tensors must all have the shape of the first, ${shape}`;
  throw new TypeError(
    `${functionName}: ${expected}, but tensors[${misfit}] has shape ${shapeText(parts[misfit]!.shape)}`,
  );
}
