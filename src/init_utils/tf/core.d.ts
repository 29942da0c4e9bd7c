/** The part of the bundled TensorFlow.js that this package uses, in its own types. */
import type {
  DataType,
  Scalar,
  Tensor1D,
  Tensor2D,
  Tensor as TensorInterface,
  TensorLike,
} from "../tensor/Tensor.js";

interface Engine {
  /** Makes a tensor that keeps `values` itself, without a copy. */
  makeTensor(
    values: Float64Array | Int32Array | Uint8Array,
    shape: readonly number[],
    dtype: DataType,
  ): Tensor;
  nextTensorId(): number;
}

interface CoreTensor extends TensorInterface {
  /** Whether `tidy` leaves the tensor alone. */
  kept: boolean;
  throwIfDisposed(): void;
}

export type Tensor = TensorInterface;
export const Tensor: {
  new (shape: readonly number[], dtype: DataType, dataId: object, id: number): CoreTensor;
  readonly prototype: CoreTensor;
};
export const util: { computeStrides(shape: readonly number[]): number[] };
export function keep<T extends Tensor>(result: T): T;
export function engine(): Engine;
export function tensor(values: TensorLike, shape?: readonly number[], dtype?: DataType): Tensor;
export function zeros(shape: readonly number[], dtype?: DataType): Tensor;
export function ones(shape: readonly number[], dtype?: DataType): Tensor;
export function scalar(value: number | boolean, dtype?: DataType): Scalar;
export function tensor1d(values: TensorLike, dtype?: DataType): Tensor1D;
export function tensor2d(values: TensorLike, shape?: readonly number[], dtype?: DataType): Tensor2D;

export function add<T extends Tensor>(a: TensorLike, b: TensorLike): T;
export function sub<T extends Tensor>(a: TensorLike, b: TensorLike): T;
export function mul<T extends Tensor>(a: TensorLike, b: TensorLike): T;
export function div<T extends Tensor>(a: TensorLike, b: TensorLike): T;
export function matMul<T extends Tensor>(
  a: TensorLike,
  b: TensorLike,
  transposeA?: boolean,
  transposeB?: boolean,
): T;
export function sqrt<T extends Tensor>(x: TensorLike): T;
export function exp<T extends Tensor>(x: TensorLike): T;
export function log<T extends Tensor>(x: TensorLike): T;
export function sum<T extends Tensor>(x: TensorLike, axis?: number | number[], keepDims?: boolean): T;
export function mean<T extends Tensor>(x: TensorLike, axis?: number | number[], keepDims?: boolean): T;
export function transpose<T extends Tensor>(x: TensorLike, perm?: number[]): T;
