import * as core from "#tf-core";
import { expectDtype } from "../arguments/expectDtype.js";
import { expectShape } from "../arguments/expectShape.js";
import { describe, expectNumber, isTensor, shapeText } from "../arguments/index.js";
import { filled } from "../tensor/filled.js";
import { readNumbers, sizeOf } from "../tensor/readNumbers.js";
import type {
  DataType,
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  TensorLike,
} from "../tensor/Tensor.js";
import { toTensor } from "../tensor/toTensor.js";

/**
 * Makes a tensor of numbers: one number, nested arrays, or a typed array, whose numbers are copied.
 *
 * @param values the elements
 * @param shape the sizes of the dimensions; left out, the shape in which the values come
 * @param dtype "float32" (TensorFlow.js's name for floating point: here they are doubles), "int32" (fractions are cut
 *   off) or "bool"; left out, "bool" for booleans, "int32" for typed arrays of whole numbers, "float32" for all else
 * @throws TypeError when something is no number, when rows differ in length, or when the shape has room for more or
 *   fewer elements
 * @example
 * str(tf.tensor([[0.1, 2]])); // [[0.1 2. ]]
 * str(tf.tensor([1, 2, 3], [1, 3])); // [[1. 2. 3.]]
 */
export function tensor<T extends Tensor = Tensor>(
  values: TensorLike,
  shape?: readonly number[],
  dtype?: DataType,
): T {
  return make<T>("tf.tensor", values, shape, dtype);
}

/**
 * Makes a tensor with one element, of shape ().
 *
 * @throws TypeError when `value` is neither a number nor a boolean
 * @example
 * str(tf.scalar(3)); // 3.0
 */
export function scalar(value: number | boolean, dtype?: DataType): Scalar {
  if (typeof value !== "number" && typeof value !== "boolean") {
    throw new TypeError(`tf.scalar: value must be a number or a boolean, but it is ${describe(value)}`);
  }
  return make("tf.scalar", value, undefined, dtype, 0);
}

/**
 * Makes a vector, of shape (n,).
 *
 * @throws TypeError when `values` is no array of numbers
 * @example
 * str(tf.tensor1d([1, 2])); // [1. 2.]
 */
export function tensor1d(values: TensorLike, dtype?: DataType): Tensor1D {
  return make("tf.tensor1d", values, undefined, dtype, 1);
}

/**
 * Makes a matrix, of shape (rows, columns), from an array of rows, or from one row of numbers and a shape.
 *
 * @throws TypeError when the values do not have two dimensions and no shape says how to arrange them
 * @example
 * str(tf.tensor2d([[1, 2]])); // [[1. 2.]]
 */
export function tensor2d(values: TensorLike, shape?: readonly [number, number], dtype?: DataType): Tensor2D {
  return make("tf.tensor2d", values, shape, dtype, 2);
}

/**
 * Makes a tensor with three dimensions.
 *
 * @throws TypeError when the values do not have three dimensions and no shape says how to arrange them
 * @example
 * str(tf.tensor3d([[[1], [2]]]).shape); // [1 2 1]
 */
export function tensor3d(
  values: TensorLike,
  shape?: readonly [number, number, number],
  dtype?: DataType,
): Tensor3D {
  return make("tf.tensor3d", values, shape, dtype, 3);
}

/**
 * Makes a tensor with four dimensions.
 *
 * @throws TypeError when the values do not have four dimensions and no shape says how to arrange them
 * @example
 * str(tf.tensor4d([1, 2], [1, 1, 2, 1]).shape); // [1 1 2 1]
 */
export function tensor4d(
  values: TensorLike,
  shape?: readonly [number, number, number, number],
  dtype?: DataType,
): Tensor4D {
  return make("tf.tensor4d", values, shape, dtype, 4);
}

/**
 * Makes a tensor full of zeros.
 *
 * @param shape the sizes of the dimensions, in square brackets
 * @throws TypeError when `shape` is no array of numbers, RangeError when a size is NaN, negative or a fraction
 * @example
 * str(tf.zeros([1, 3])); // [[0. 0. 0.]]
 */
export function zeros(shape: readonly [number], dtype?: DataType): Tensor1D;
export function zeros(shape: readonly [number, number], dtype?: DataType): Tensor2D;
export function zeros(shape: readonly [number, number, number], dtype?: DataType): Tensor3D;
export function zeros(shape: readonly [number, number, number, number], dtype?: DataType): Tensor4D;
export function zeros<T extends Tensor = Tensor>(shape: readonly number[], dtype?: DataType): T;
export function zeros(shape: readonly number[], dtype: DataType = "float32"): Tensor {
  return filled("tf.zeros", shape, 0, dtype);
}

/**
 * Makes a tensor full of ones.
 *
 * @param shape the sizes of the dimensions, in square brackets
 * @throws TypeError when `shape` is no array of numbers, RangeError when a size is NaN, negative or a fraction
 * @example
 * str(tf.ones([2])); // [1. 1.]
 */
export function ones(shape: readonly [number], dtype?: DataType): Tensor1D;
export function ones(shape: readonly [number, number], dtype?: DataType): Tensor2D;
export function ones(shape: readonly [number, number, number], dtype?: DataType): Tensor3D;
export function ones(shape: readonly [number, number, number, number], dtype?: DataType): Tensor4D;
export function ones<T extends Tensor = Tensor>(shape: readonly number[], dtype?: DataType): T;
export function ones(shape: readonly number[], dtype: DataType = "float32"): Tensor {
  return filled("tf.ones", shape, 1, dtype);
}

/**
 * Makes a tensor full of one number.
 *
 * @throws TypeError when `shape` is no array of numbers or `value` no number, RangeError when a size is NaN, negative
 *   or a fraction
 * @example
 * str(tf.fill([2], 0.5)); // [0.5 0.5]
 */
export function fill<T extends Tensor = Tensor>(
  shape: readonly number[],
  value: number,
  dtype: DataType = "float32",
): T {
  const anyNumber = { expected: "a number", accepts: () => true };
  return filled("tf.fill", shape, expectNumber("tf.fill", "value", value, anyNumber), dtype) as T;
}

/**
 * Makes a tensor of zeros with the shape and element type of another.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.zerosLike([5, 6])); // [0. 0.]
 */
export function zerosLike<T extends Tensor>(x: T | TensorLike): T {
  const { shape, dtype } = toTensor("tf.zerosLike", "x", x);
  return filled("tf.zerosLike", shape, 0, dtype) as T;
}

/**
 * Makes a tensor of ones with the shape and element type of another.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.onesLike([5, 6])); // [1. 1.]
 */
export function onesLike<T extends Tensor>(x: T | TensorLike): T {
  const { shape, dtype } = toTensor("tf.onesLike", "x", x);
  return filled("tf.onesLike", shape, 1, dtype) as T;
}

function make<T extends Tensor>(
  functionName: string,
  given: unknown,
  shape: readonly number[] | undefined,
  dtype: DataType | undefined,
  rank = shape?.length,
): T {
  const type = dtype === undefined ? undefined : expectDtype(functionName, dtype);
  const numbers = isTensor(given)
    ? readNumbers(functionName, "values", given.arraySync(), type ?? given.dtype)
    : readNumbers(functionName, "values", given, type);
  const target = shape === undefined ? numbers.shape : expectShape(functionName, "shape", shape);
  if (target.length !== (rank ?? target.length)) {
    const expected = `numbers with ${rank} dimensions, or a shape with ${rank} sizes`;
    throw new TypeError(`${functionName}: values must be ${expected}, but the shape is ${shapeText(target)}`);
  }
  if (sizeOf(target) !== numbers.values.length) {
    const came = `there are ${numbers.values.length} values`;
    throw new TypeError(
      `${functionName}: shape ${shapeText(target)} has room for ${sizeOf(target)} values, but ${came}`,
    );
  }
  return core.engine().makeTensor(numbers.values, target, numbers.dtype) as T;
}
