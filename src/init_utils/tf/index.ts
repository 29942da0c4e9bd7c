import * as core from "#tf-core";
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

export type {
  DataType,
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  TensorLike,
  TypedArray,
} from "../tensor/Tensor.js";
export { Rank } from "../tensor/Tensor.js";

export function tensor(values: TensorLike, shape?: readonly number[], dtype?: DataType): Tensor {
  return core.tensor(values, shape, dtype);
}
export function tensor1d(values: TensorLike, dtype?: DataType): Tensor1D {
  return core.tensor1d(values, dtype);
}
export function tensor2d(values: TensorLike, shape?: readonly [number, number], dtype?: DataType): Tensor2D {
  return core.tensor2d(values, shape, dtype);
}
export function scalar(value: number | boolean, dtype?: DataType): Scalar {
  return core.scalar(value, dtype);
}
export function zeros(shape: readonly [number], dtype?: DataType): Tensor1D;
export function zeros(shape: readonly [number, number], dtype?: DataType): Tensor2D;
export function zeros(shape: readonly [number, number, number], dtype?: DataType): Tensor3D;
export function zeros(shape: readonly [number, number, number, number], dtype?: DataType): Tensor4D;
export function zeros(shape: readonly number[], dtype?: DataType): Tensor;
export function zeros(shape: readonly number[], dtype?: DataType): Tensor {
  return core.zeros(shape, dtype);
}
export function ones(shape: readonly [number], dtype?: DataType): Tensor1D;
export function ones(shape: readonly [number, number], dtype?: DataType): Tensor2D;
export function ones(shape: readonly [number, number, number], dtype?: DataType): Tensor3D;
export function ones(shape: readonly [number, number, number, number], dtype?: DataType): Tensor4D;
export function ones(shape: readonly number[], dtype?: DataType): Tensor;
export function ones(shape: readonly number[], dtype?: DataType): Tensor {
  return core.ones(shape, dtype);
}
export function add<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.add(a, b);
}
export function sub<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.sub(a, b);
}
export function mul<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.mul(a, b);
}
export function div<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.div(a, b);
}
export function matMul<T extends Tensor = Tensor>(
  a: TensorLike,
  b: TensorLike,
  transposeA = false,
  transposeB = false,
): T {
  return core.matMul(a, b, transposeA, transposeB);
}
export function sqrt<T extends Tensor = Tensor>(x: TensorLike): T {
  return core.sqrt(x);
}
export function exp<T extends Tensor = Tensor>(x: TensorLike): T {
  return core.exp(x);
}
export function log<T extends Tensor = Tensor>(x: TensorLike): T {
  return core.log(x);
}
export function sum<T extends Tensor = Tensor>(x: TensorLike, axis?: number | number[], keepDims = false): T {
  return core.sum(x, axis, keepDims);
}
export function mean<T extends Tensor = Tensor>(
  x: TensorLike,
  axis?: number | number[],
  keepDims = false,
): T {
  return core.mean(x, axis, keepDims);
}
export function transpose<T extends Tensor = Tensor>(x: TensorLike, perm?: number[]): T {
  return core.transpose(x, perm);
}
