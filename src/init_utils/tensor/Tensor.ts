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

/** The typed arrays that numbers can come in. */
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array | Uint8ClampedArray;

/** Numbers (or booleans) in arrays of any depth; every row must be as long as its neighbours. */
export type NestedArray = number | boolean | NestedArray[];

/** Whatever an operation takes for a tensor: a tensor, a number, a nested array, or a typed array. */
export type TensorLike =
  | Tensor
  | number
  | boolean
  | TypedArray
  | readonly NestedArray[]
  | readonly TypedArray[];

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

/**
 * An array of numbers with a shape, in double precision. It never changes: every method returns a new tensor.
 *
 * Each method does what the function of the same name does, with this tensor as its first argument.
 */
export interface Tensor<R extends Rank = Rank> {
  /** The sizes of the dimensions: `[rows, columns]` of a matrix, `[]` of a scalar. */
  readonly shape: ShapeMap[R];
  /** What the elements are. */
  readonly dtype: DataType;
  /** The number of dimensions. */
  readonly rank: number;
  /** The number of elements. */
  readonly size: number;
  /** A number of its own for every tensor. */
  readonly id: number;
  /** The key under which the elements are stored. */
  readonly dataId: object;
  /** Whether `dispose` has been called. */
  readonly isDisposed: boolean;

  /** The elements, row by row. This is the tensor's own memory: do not write to it. */
  dataSync(): Float64Array | Int32Array | Uint8Array;
  /** Like `dataSync`, as a promise. */
  data(): Promise<Float64Array | Int32Array | Uint8Array>;
  /** The elements as nested arrays; of a scalar, the number. */
  arraySync(): ArrayMap[R];
  /** Like `arraySync`, as a promise. */
  array(): Promise<ArrayMap[R]>;
  /** Frees the elements at once. Never needed: an unused tensor goes away by itself. */
  dispose(): void;
  /** A second tensor with the same elements. */
  clone(): Tensor<R>;
  /** Prints the tensor. */
  print(verbose?: boolean): void;
  /** The tensor as text. */
  toString(verbose?: boolean): string;
  /** The elements as another type. */
  cast(dtype: DataType): Tensor<R>;

  add<T extends Tensor = Tensor>(b: TensorLike): T;
  sub<T extends Tensor = Tensor>(b: TensorLike): T;
  mul<T extends Tensor = Tensor>(b: TensorLike): T;
  div<T extends Tensor = Tensor>(b: TensorLike): T;
}

/** What `arraySync` returns for a rank. */
export interface ArrayMap {
  R0: number;
  R1: number[];
  R2: number[][];
  R3: number[][][];
  R4: number[][][][];
}
