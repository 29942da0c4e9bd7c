import type { Tensor } from "./Tensor.js";

/** What the elements of a tensor are. `"float32"` is TensorFlow.js's name for floating-point numbers; here they are doubles. */
export type DataType = "float32" | "int32" | "bool";

/** How many dimensions a tensor has, as a type: `tf.Tensor<tf.Rank.R2>` is a matrix. */
export enum Rank {
  R0 = "R0",
  R1 = "R1",
  R2 = "R2",
  R3 = "R3",
  R4 = "R4",
}

/** The shape that belongs to a rank. */
export interface ShapeMap {
  R0: number[];
  R1: [number];
  R2: [number, number];
  R3: [number, number, number];
  R4: [number, number, number, number];
}

/** What `dataSync` returns: doubles, whole numbers, or booleans as 0 and 1. */
export type Elements = Float64Array | Int32Array | Uint8Array;

/** The typed arrays that numbers can come in. */
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array | Uint8ClampedArray;

/** Numbers (or booleans) in arrays of any depth; every row must be as long as its neighbours. */
export type NestedArray = number | boolean | NestedArray[];

/** One axis or several; -1 is the last one. */
export type Axes = number | readonly number[];

/** Which norm: of vectors the sum of |x|^order to the power of 1/order, of matrices "euclidean" (Frobenius) or 1. */
export type NormOrder = number | "euclidean" | "fro";

/** What `arraySync` returns for a rank. */
export interface ArrayMap {
  R0: number;
  R1: number[];
  R2: number[][];
  R3: number[][][];
  R4: number[][][][];
}

/** A tensor with one number. */
export type Scalar = Tensor<Rank.R0>;
/** A vector. */
export type Tensor1D = Tensor<Rank.R1>;
/** A matrix. */
export type Tensor2D = Tensor<Rank.R2>;
/** A stack of matrices. */
export type Tensor3D = Tensor<Rank.R3>;
/** A stack of stacks of matrices. */
export type Tensor4D = Tensor<Rank.R4>;

/** Whatever an operation takes for a tensor: a tensor, a number, a nested array, or a typed array. */
export type TensorLike =
  | Tensor
  | number
  | boolean
  | TypedArray
  | readonly NestedArray[]
  | readonly TypedArray[];
