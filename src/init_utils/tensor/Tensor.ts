import * as core from "#tf-core";
import type { ArrayMap, Axes, DataType, Elements, NormOrder, Rank, ShapeMap, TensorLike } from "./types.js";

export * from "./types.js";

/**
 * An array of numbers with a shape, in double precision. It never changes: every operation makes a new tensor.
 *
 * A method that is not described further does what the function `tf.name(this, …)` does.
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

  /** The elements, row by row. This is the tensor's own memory: copy it (`.slice()`) before you write to it. */
  dataSync(): Elements;
  /** Like `dataSync`, as a promise. */
  data(): Promise<Elements>;
  /** The elements as nested arrays; of a scalar, the number. */
  arraySync(): ArrayMap[R];
  /** Like `arraySync`, as a promise. */
  array(): Promise<ArrayMap[R]>;
  /** Frees the elements at once. Never needed: a tensor that nothing refers to goes away by itself. */
  dispose(): void;
  /** Prints the tensor. */
  print(verbose?: boolean): void;
  /** The tensor as text, with all 16 digits; `str` writes it as NumPy does. */
  toString(verbose?: boolean): string;
  /** A second tensor with the same elements. */
  clone(): Tensor<R>;
  /** The elements as another type. */
  cast(dtype: DataType): Tensor<R>;
  /** The elements as another type. */
  asType(dtype: DataType): Tensor<R>;

  // Arithmetic
  /** this + b, element by element. */
  add<T extends Tensor = Tensor>(b: TensorLike): T;
  /** this - b, element by element. */
  sub<T extends Tensor = Tensor>(b: TensorLike): T;
  /** this · b, element by element. */
  mul<T extends Tensor = Tensor>(b: TensorLike): T;
  /** this / b, element by element. */
  div<T extends Tensor = Tensor>(b: TensorLike): T;
  /** this / b, and 0 where b is 0. */
  divNoNan<T extends Tensor = Tensor>(b: TensorLike): T;
  /** The remainder of this / b, with the sign of b. */
  mod<T extends Tensor = Tensor>(b: TensorLike): T;
  /** this to the power of the exponent, element by element. */
  pow<T extends Tensor = Tensor>(exponent: TensorLike): T;
  /** The larger of this and b, element by element. */
  maximum<T extends Tensor = Tensor>(b: TensorLike): T;
  /** The smaller of this and b, element by element. */
  minimum<T extends Tensor = Tensor>(b: TensorLike): T;
  /** (this - b)², element by element. */
  squaredDifference<T extends Tensor = Tensor>(b: TensorLike): T;
  /** The negative. */
  neg(): Tensor<R>;
  /** The absolute value. */
  abs(): Tensor<R>;
  /** -1, 0 or 1. */
  sign(): Tensor<R>;
  /** The square. */
  square(): Tensor<R>;
  /** The square root. */
  sqrt(): Tensor<R>;
  /** 1 / the square root. */
  rsqrt(): Tensor<R>;
  /** 1 / this. */
  reciprocal(): Tensor<R>;

  // Functions, element by element
  /** e to the power of this. */
  exp(): Tensor<R>;
  /** e to the power of this, minus 1, exact for small numbers. */
  expm1(): Tensor<R>;
  /** The natural logarithm. */
  log(): Tensor<R>;
  /** The natural logarithm of 1 + this, exact for small numbers. */
  log1p(): Tensor<R>;
  /** The sine, of radians. */
  sin(): Tensor<R>;
  /** The cosine, of radians. */
  cos(): Tensor<R>;
  /** The tangent, of radians. */
  tan(): Tensor<R>;
  /** The angle whose sine this is, in radians. */
  asin(): Tensor<R>;
  /** The angle whose cosine this is, in radians. */
  acos(): Tensor<R>;
  /** The angle whose tangent this is, in radians. */
  atan(): Tensor<R>;
  /** The hyperbolic sine. */
  sinh(): Tensor<R>;
  /** The hyperbolic cosine. */
  cosh(): Tensor<R>;
  /** The next whole number downwards. */
  floor(): Tensor<R>;
  /** The next whole number upwards. */
  ceil(): Tensor<R>;
  /** The nearest whole number, halves to the even one. */
  round(): Tensor<R>;
  /** Nothing below the minimum, nothing above the maximum. */
  clipByValue(minimum: number, maximum: number): Tensor<R>;
  /** max(0, this). */
  relu(): Tensor<R>;
  /** this where positive, alpha · this elsewhere. */
  leakyRelu(alpha?: number): Tensor<R>;
  /** this where positive, exp(this) - 1 elsewhere. */
  elu(): Tensor<R>;
  /** 1 / (1 + exp(-this)). */
  sigmoid(): Tensor<R>;
  /** The hyperbolic tangent. */
  tanh(): Tensor<R>;
  /** ln(1 + exp(this)). */
  softplus(): Tensor<R>;
  /** exp(this), divided by its sum along the axis. */
  softmax(axis?: number): Tensor<R>;
  /** The logarithm of the softmax. */
  logSoftmax(axis?: number): Tensor<R>;

  // Reductions
  /** The sum, over all elements or along axes. */
  sum<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** The mean, over all elements or along axes. */
  mean<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** The product, over all elements or along axes. */
  prod<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** The largest element, of all or along axes. */
  max<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** The smallest element, of all or along axes. */
  min<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** Where the largest element along an axis is. */
  argMax<T extends Tensor = Tensor>(axis?: number): T;
  /** Where the smallest element along an axis is. */
  argMin<T extends Tensor = Tensor>(axis?: number): T;
  /** Whether all elements are true. */
  all<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** Whether at least one element is true. */
  any<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** ln of the sum of exp(this). */
  logSumExp<T extends Tensor = Tensor>(axis?: Axes, keepDims?: boolean): T;
  /** The running sum along an axis. */
  cumsum<T extends Tensor = Tensor>(axis?: number, exclusive?: boolean, reverse?: boolean): T;
  /** The length as a vector, or another norm. */
  norm<T extends Tensor = Tensor>(order?: NormOrder, axis?: Axes, keepDims?: boolean): T;

  // Products
  /** The matrix product. */
  matMul<T extends Tensor = Tensor>(b: TensorLike, transposeA?: boolean, transposeB?: boolean): T;
  /** The dot product of vectors or matrices. */
  dot<T extends Tensor = Tensor>(b: TensorLike): T;

  // Shapes
  /** The axes in reverse order, or in the given one. */
  transpose<T extends Tensor = Tensor>(order?: readonly number[]): T;
  /** The same elements in another shape; one size may be -1. */
  reshape<T extends Tensor = Tensor>(shape: readonly number[]): T;
  /** The same elements as a vector. */
  flatten<T extends Tensor = Tensor>(): T;
  /** One more axis, of size 1. */
  expandDims<T extends Tensor = Tensor>(axis?: number): T;
  /** Without axes of size 1. */
  squeeze<T extends Tensor = Tensor>(axis?: Axes): T;
  /** A block of it. */
  slice<T extends Tensor = Tensor>(begin: number | readonly number[], size?: number | readonly number[]): T;
  /** The chosen rows, or what lies along another axis. */
  gather<T extends Tensor = Tensor>(indices: TensorLike, axis?: number): T;
  /** This and other tensors, one after the other. */
  concat<T extends Tensor = Tensor>(tensors: Tensor | readonly Tensor[], axis?: number): T;
  /** This and other tensors along a new axis. */
  stack<T extends Tensor = Tensor>(tensors: Tensor | readonly Tensor[], axis?: number): T;
  /** Repeated along every axis. */
  tile<T extends Tensor = Tensor>(repetitions: readonly number[]): T;
  /** With a margin before and after every axis. */
  pad<T extends Tensor = Tensor>(paddings: readonly (readonly [number, number])[], value?: number): T;
  /** The elements in reverse order. */
  reverse<T extends Tensor = Tensor>(axis?: Axes): T;
  /** Repeated to a larger shape. */
  broadcastTo<T extends Tensor = Tensor>(shape: readonly number[]): T;

  // Comparisons, element by element
  /** Whether this = b. */
  equal<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether this ≠ b. */
  notEqual<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether this > b. */
  greater<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether this ≥ b. */
  greaterEqual<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether this < b. */
  less<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether this ≤ b. */
  lessEqual<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether both are true. */
  logicalAnd<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether at least one is true. */
  logicalOr<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether exactly one is true. */
  logicalXor<T extends Tensor = Tensor>(b: TensorLike): T;
  /** Whether it is false. */
  logicalNot(): Tensor<R>;
  /** This where the condition is true, b elsewhere. */
  where<T extends Tensor = Tensor>(condition: TensorLike, b: TensorLike): T;
  /** Whether an element is not a number. */
  isNaN(): Tensor<R>;
  /** Whether an element is infinite. */
  isInf(): Tensor<R>;
  /** Whether an element is neither infinite nor NaN. */
  isFinite(): Tensor<R>;
}

/**
 * The class of all tensors, of whatever shape, for `value instanceof tf.Tensor`.
 *
 * @throws TypeError when it is called: tensors are made by functions such as `tf.tensor`
 * @example
 * String(tf.zeros([2, 3]) instanceof tf.Tensor); // true
 * String([1, 2] instanceof tf.Tensor); // false
 */
export const Tensor: TensorClass = core.Tensor;

/** What can stand behind `instanceof`. Tensors are made by functions such as `tf.tensor`, not by `new`. */
export type TensorClass = abstract new (...parameters: never) => Tensor;
