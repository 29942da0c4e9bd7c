/** The part of the bundled TensorFlow.js that this package uses, in its own types. */

import type { SaveTensors, ValueAndGradFunc } from "../gradients/customGrad.js";
import type { Optimizer } from "../gradients/train.js";
import type { Variable as VariableInterface } from "../gradients/variable.js";
import type { DataType, Elements, Scalar, Tensor1D, Tensor2D, Tensor as TensorInterface } from "./Tensor.js";

export type Tensor = TensorInterface;

interface CoreTensor extends TensorInterface {
  /** Whether `tidy` leaves the tensor alone. */
  kept: boolean;
  throwIfDisposed(): void;
}

export const Tensor: {
  new (shape: readonly number[], dtype: DataType, dataId: object, id: number): CoreTensor;
  readonly prototype: CoreTensor;
};

export type Variable = VariableInterface;
export const Variable: { readonly prototype: Variable };

interface Engine {
  /** Makes a tensor that keeps `values` itself, without a copy. */
  makeTensor(values: Elements, shape: readonly number[], dtype: DataType): Tensor;
  nextTensorId(): number;
  readonly registeredVariables: Record<string, Variable>;
}

type Unary = <T extends Tensor>(x: Tensor) => T;
type Binary = <T extends Tensor>(a: Tensor, b: Tensor) => T;
type Reduction = <T extends Tensor>(x: Tensor, axis?: readonly number[], keepDims?: boolean) => T;
type RandomFill = <T extends Tensor>(
  shape: readonly number[],
  first: number,
  second: number,
  dtype: DataType,
  seed?: number,
) => T;

export function engine(): Engine;
export const util: { computeStrides(shape: readonly number[]): number[] };

export function tidy<T>(fn: () => T): T;
export function keep<T extends Tensor>(result: T): T;
export function dispose(container: unknown): void;
export function memory(): { numTensors: number; numDataBuffers: number; numBytes: number };

export function valueAndGrads(
  f: (...xs: Tensor[]) => Tensor,
): (xs: Tensor[], dy?: Tensor) => { value: Tensor; grads: Tensor[] };
export function variableGrads(
  f: () => Scalar,
  variables?: readonly Variable[],
): { value: Scalar; grads: Record<string, Tensor> };
export function customGrad(
  f: (...parameters: (Tensor | SaveTensors)[]) => ValueAndGradFunc,
): (...xs: Tensor[]) => Tensor;
export function variable<V extends Variable>(
  value: Tensor,
  trainable: boolean,
  name?: string,
  dtype?: DataType,
): V;
export const train: {
  sgd(learningRate: number): Optimizer;
  momentum(learningRate: number, momentum: number, useNesterov: boolean): Optimizer;
  adam(learningRate: number, beta1: number, beta2: number, epsilon: number): Optimizer;
  rmsprop(learningRate: number, decay: number, momentum: number, epsilon: number): Optimizer;
  adagrad(learningRate: number, initialAccumulatorValue: number): Optimizer;
};

export const randomNormal: RandomFill;
export const truncatedNormal: RandomFill;
export const randomUniform: RandomFill;
export function multinomial(
  logits: Tensor,
  numSamples: number,
  seed: number | undefined,
  normalized: boolean,
): Tensor1D | Tensor2D;

export function cast<T extends Tensor>(x: Tensor, dtype: DataType): T;
export function clipByValue<T extends Tensor>(x: Tensor, minimum: number, maximum: number): T;
export function leakyRelu<T extends Tensor>(x: Tensor, alpha: number): T;
export function step<T extends Tensor>(x: Tensor, alpha: number): T;
export function where<T extends Tensor>(condition: Tensor, a: Tensor, b: Tensor): T;
export function matMul<T extends Tensor>(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): T;
export function outerProduct(a: Tensor, b: Tensor): Tensor2D;
export function norm<T extends Tensor>(
  x: Tensor,
  order: number | "euclidean",
  axis: readonly number[] | undefined,
  keepDims: boolean,
): T;

export function argMax<T extends Tensor>(x: Tensor, axis: number): T;
export function argMin<T extends Tensor>(x: Tensor, axis: number): T;
export function cumsum<T extends Tensor>(x: Tensor, axis: number, exclusive: boolean, reverse: boolean): T;
export function moments(
  x: Tensor,
  axis: readonly number[],
  keepDims: boolean,
): { mean: Tensor; variance: Tensor };

export function reshape<T extends Tensor>(x: Tensor, shape: readonly number[]): T;
export function transpose<T extends Tensor>(x: Tensor, order?: readonly number[]): T;
export function expandDims<T extends Tensor>(x: Tensor, axis: number): T;
export function squeeze<T extends Tensor>(x: Tensor): T;
export function tile<T extends Tensor>(x: Tensor, repetitions: readonly number[]): T;
export function broadcastTo<T extends Tensor>(x: Tensor, shape: readonly number[]): T;
export function pad<T extends Tensor>(x: Tensor, paddings: readonly (readonly number[])[], value: number): T;
export function reverse<T extends Tensor>(x: Tensor, axis: readonly number[]): T;
export function concat<T extends Tensor>(tensors: readonly Tensor[], axis: number): T;
export function stack<T extends Tensor>(tensors: readonly Tensor[], axis: number): T;
export function unstack<T extends Tensor>(x: Tensor, axis: number): T[];
export function split<T extends Tensor>(x: Tensor, sizes: readonly number[], axis: number): T[];
export function slice<T extends Tensor>(x: Tensor, begin: readonly number[], size: readonly number[]): T;
export function gather<T extends Tensor>(x: Tensor, indices: Tensor, axis: number): T;

export const neg: Unary;
export const abs: Unary;
export const sign: Unary;
export const square: Unary;
export const sqrt: Unary;
export const rsqrt: Unary;
export const reciprocal: Unary;
export const exp: Unary;
export const expm1: Unary;
export const log: Unary;
export const log1p: Unary;
export const sin: Unary;
export const cos: Unary;
export const tan: Unary;
export const asin: Unary;
export const acos: Unary;
export const atan: Unary;
export const sinh: Unary;
export const cosh: Unary;
export const floor: Unary;
export const ceil: Unary;
export const round: Unary;
export const relu: Unary;
export const relu6: Unary;
export const elu: Unary;
export const selu: Unary;
export const sigmoid: Unary;
export const logSigmoid: Unary;
export const softplus: Unary;
export const tanh: Unary;
export const softmax: Unary;
export const logSoftmax: Unary;
export const logicalNot: Unary;
declare const isNotANumber: Unary;
export const isInf: Unary;
declare const isFiniteNumber: Unary;
export const clone: Unary;

export const add: Binary;
export const sub: Binary;
export const mul: Binary;
export const div: Binary;
export const divNoNan: Binary;
export const mod: Binary;
export const pow: Binary;
export const maximum: Binary;
export const minimum: Binary;
export const squaredDifference: Binary;
export const equal: Binary;
export const notEqual: Binary;
export const greater: Binary;
export const greaterEqual: Binary;
export const less: Binary;
export const lessEqual: Binary;
export const logicalAnd: Binary;
export const logicalOr: Binary;
export const logicalXor: Binary;
export const dot: Binary;

export const sum: Reduction;
export const mean: Reduction;
export const prod: Reduction;
export const max: Reduction;
export const min: Reduction;
export const all: Reduction;
export const any: Reduction;
export const logSumExp: Reduction;

export { isFiniteNumber as isFinite, isNotANumber as isNaN };
