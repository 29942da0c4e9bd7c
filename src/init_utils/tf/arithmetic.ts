import * as core from "#tf-core";
import { shapeText } from "../arguments/index.js";
import type { Tensor, TensorLike } from "../tensor/Tensor.js";
import { toFloats, toNumbers, toOperands } from "../tensor/toTensor.js";

/**
 * Adds: a + b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.add([1, 2], 10)); // [11. 12.]
 */
export function add<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.add(...toOperands("tf.add", a, b));
}

/**
 * Subtracts: a - b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.sub([1, 2], 10)); // [-9. -8.]
 */
export function sub<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.sub(...toOperands("tf.sub", a, b));
}

/**
 * Multiplies: a · b, element by element (`tf.matMul` is the matrix product).
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.mul([1, 2], 10)); // [10. 20.]
 */
export function mul<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.mul(...toOperands("tf.mul", a, b));
}

/**
 * Divides: a / b, element by element; whole numbers give fractions, as NumPy's `/` does.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.div([1, 2], 4)); // [0.25 0.5 ]
 */
export function div<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.div(...toOperands("tf.div", a, b, toFloats));
}

/**
 * Divides: a / b, element by element, and gives 0 where b is 0.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.divNoNan([1, 2], [0, 4])); // [0.  0.5]
 */
export function divNoNan<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.divNoNan(...toOperands("tf.divNoNan", a, b, toFloats));
}

/**
 * The remainder of a / b with the sign of b: a - b·⌊a / b⌋, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.mod([5, -5], 3)); // [2. 1.]
 */
export function mod<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.mod(...toOperands("tf.mod", a, b));
}

/**
 * Powers: aᵇ, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.pow([2, 3], 2)); // [4. 9.]
 */
export function pow<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.pow(...toOperands("tf.pow", a, b));
}

/**
 * The larger of a and b, element by element; NaN where one of them is NaN.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.maximum([1, 5], 3)); // [3. 5.]
 */
export function maximum<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.maximum(...toEqualShapes("tf.maximum", a, b));
}

/**
 * The smaller of a and b, element by element; NaN where one of them is NaN.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.minimum([1, 5], 3)); // [1. 3.]
 */
export function minimum<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.minimum(...toEqualShapes("tf.minimum", a, b));
}

/**
 * The square of the difference: (a - b)², element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.squaredDifference([1, 5], 3)); // [4. 4.]
 */
export function squaredDifference<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.square(core.sub(...toOperands("tf.squaredDifference", a, b)));
}

/**
 * The negative: -x, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.neg([1, -2])); // [-1.  2.]
 */
export function neg<T extends Tensor>(x: T | TensorLike): T {
  return core.neg(toNumbers("tf.neg", "x", x));
}

/**
 * The absolute value: |x|, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.abs([1, -2])); // [1. 2.]
 */
export function abs<T extends Tensor>(x: T | TensorLike): T {
  return core.abs(toNumbers("tf.abs", "x", x));
}

/**
 * The sign: -1, 0 or 1, element by element; NaN gives 0.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.sign([5, 0, -2])); // [ 1.  0. -1.]
 */
export function sign<T extends Tensor>(x: T | TensorLike): T {
  return core.sign(toFloats("tf.sign", "x", x));
}

/**
 * The square: x², element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.square([1, -2])); // [1. 4.]
 */
export function square<T extends Tensor>(x: T | TensorLike): T {
  return core.square(toNumbers("tf.square", "x", x));
}

/**
 * The square root: √x, element by element; NaN below 0.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.sqrt([4, 9])); // [2. 3.]
 */
export function sqrt<T extends Tensor>(x: T | TensorLike): T {
  return core.sqrt(toFloats("tf.sqrt", "x", x));
}

/**
 * One over the square root: 1/√x, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.rsqrt([4, 0.25])); // [0.5 2. ]
 */
export function rsqrt<T extends Tensor>(x: T | TensorLike): T {
  return core.rsqrt(toFloats("tf.rsqrt", "x", x));
}

/**
 * One over x: 1/x, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.reciprocal([4, 0.5])); // [0.25 2.  ]
 */
export function reciprocal<T extends Tensor>(x: T | TensorLike): T {
  return core.reciprocal(toFloats("tf.reciprocal", "x", x));
}

/** TensorFlow.js's own gradients of some operations forget to add up what broadcasting has repeated. */
function toEqualShapes(functionName: string, a: unknown, b: unknown): [Tensor, Tensor] {
  const [x, y] = toOperands(functionName, a, b);
  if (shapeText(x.shape) === shapeText(y.shape)) return [x, y];
  const shape = core.add(x, y).shape;
  return [core.broadcastTo(x, shape), core.broadcastTo(y, shape)];
}
