import * as core from "#tf-core";
import { expectNumber } from "../arguments/index.js";
import type { Tensor, TensorLike } from "../tensor/Tensor.js";
import { toFloats, toNumbers } from "../tensor/toTensor.js";

/**
 * The exponential: eˣ, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.exp([0, 1])); // [1.         2.71828183]
 */
export function exp<T extends Tensor>(x: T | TensorLike): T {
  return core.exp(toFloats("tf.exp", "x", x));
}

/**
 * The exponential minus one: eˣ - 1, element by element, exact near 0 too.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.expm1([0])); // [0.]
 */
export function expm1<T extends Tensor>(x: T | TensorLike): T {
  return core.expm1(toFloats("tf.expm1", "x", x));
}

/**
 * The natural logarithm: ln x, element by element; -Infinity for 0, NaN below.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.log([1, 2])); // [0.         0.69314718]
 */
export function log<T extends Tensor>(x: T | TensorLike): T {
  return core.log(toFloats("tf.log", "x", x));
}

/**
 * The natural logarithm of one more: ln(1 + x), element by element, exact near 0 too.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.log1p([0])); // [0.]
 */
export function log1p<T extends Tensor>(x: T | TensorLike): T {
  return core.log1p(toFloats("tf.log1p", "x", x));
}

/**
 * The sine of an angle in radians, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.sin([0])); // [0.]
 */
export function sin<T extends Tensor>(x: T | TensorLike): T {
  return core.sin(toFloats("tf.sin", "x", x));
}

/**
 * The cosine of an angle in radians, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.cos([0])); // [1.]
 */
export function cos<T extends Tensor>(x: T | TensorLike): T {
  return core.cos(toFloats("tf.cos", "x", x));
}

/**
 * The tangent of an angle in radians, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.tan([0])); // [0.]
 */
export function tan<T extends Tensor>(x: T | TensorLike): T {
  return core.tan(toFloats("tf.tan", "x", x));
}

/**
 * The angle in radians, from -π/2 to π/2, whose sine is x; NaN beyond 1, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.asin([0])); // [0.]
 */
export function asin<T extends Tensor>(x: T | TensorLike): T {
  return core.asin(toFloats("tf.asin", "x", x));
}

/**
 * The angle in radians, from 0 to π, whose cosine is x; NaN beyond 1, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.acos([1])); // [0.]
 */
export function acos<T extends Tensor>(x: T | TensorLike): T {
  return core.acos(toFloats("tf.acos", "x", x));
}

/**
 * The angle in radians, from -π/2 to π/2, whose tangent is x, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.atan([0])); // [0.]
 */
export function atan<T extends Tensor>(x: T | TensorLike): T {
  return core.atan(toFloats("tf.atan", "x", x));
}

/**
 * The hyperbolic sine: (eˣ - e⁻ˣ) / 2, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.sinh([0])); // [0.]
 */
export function sinh<T extends Tensor>(x: T | TensorLike): T {
  return core.sinh(toFloats("tf.sinh", "x", x));
}

/**
 * The hyperbolic cosine: (eˣ + e⁻ˣ) / 2, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.cosh([0])); // [1.]
 */
export function cosh<T extends Tensor>(x: T | TensorLike): T {
  return core.cosh(toFloats("tf.cosh", "x", x));
}

/**
 * The next whole number downwards, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.floor([1.5, -1.5])); // [ 1. -2.]
 */
export function floor<T extends Tensor>(x: T | TensorLike): T {
  return core.floor(toFloats("tf.floor", "x", x));
}

/**
 * The next whole number upwards, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.ceil([1.5, -1.5])); // [ 2. -1.]
 */
export function ceil<T extends Tensor>(x: T | TensorLike): T {
  return core.ceil(toFloats("tf.ceil", "x", x));
}

/**
 * The nearest whole number, element by element; halves go to the even one, as in NumPy.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.round([0.5, 1.5, 2.6])); // [0. 2. 3.]
 */
export function round<T extends Tensor>(x: T | TensorLike): T {
  return core.round(toFloats("tf.round", "x", x));
}

/**
 * Limits x to what lies between two numbers: min(max(x, minimum), maximum), element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers or a limit is no number, RangeError when the minimum is
 *   above the maximum
 * @example
 * str(tf.clipByValue([-5, 0.5, 5], 0, 1)); // [0.  0.5 1. ]
 */
export function clipByValue<T extends Tensor>(x: T | TensorLike, minimum: number, maximum: number): T {
  const lowest = { expected: "a number", accepts: (value: number) => !Number.isNaN(value) };
  expectNumber("tf.clipByValue", "minimum", minimum, lowest);
  const highest = {
    expected: `a number of at least ${minimum}, the minimum`,
    accepts: (value: number) => value >= minimum,
  };
  expectNumber("tf.clipByValue", "maximum", maximum, highest);
  return core.clipByValue(toNumbers("tf.clipByValue", "x", x), minimum, maximum);
}
