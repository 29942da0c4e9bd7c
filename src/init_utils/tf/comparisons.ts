import * as core from "#tf-core";
import type { Tensor, TensorLike } from "../tensor/Tensor.js";
import { expectBroadcast, toBooleans, toFloats, toOperands, toTensor } from "../tensor/toTensor.js";

/**
 * Whether a = b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.equal([1, 2], 2)); // [False  True]
 */
export function equal<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.equal(...toOperands("tf.equal", a, b));
}

/**
 * Whether a ≠ b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.notEqual([1, 2], 2)); // [ True False]
 */
export function notEqual<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.notEqual(...toOperands("tf.notEqual", a, b));
}

/**
 * Whether a > b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.greater([1, 2], 1)); // [False  True]
 */
export function greater<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.greater(...toOperands("tf.greater", a, b));
}

/**
 * Whether a ≥ b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.greaterEqual([1, 2], 2)); // [False  True]
 */
export function greaterEqual<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.greaterEqual(...toOperands("tf.greaterEqual", a, b));
}

/**
 * Whether a < b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.less([1, 2], 2)); // [ True False]
 */
export function less<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.less(...toOperands("tf.less", a, b));
}

/**
 * Whether a ≤ b, element by element.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.lessEqual([1, 2], 1)); // [ True False]
 */
export function lessEqual<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.lessEqual(...toOperands("tf.lessEqual", a, b));
}

/**
 * Whether a and b are both true, element by element; every number but 0 counts as true.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.logicalAnd([true, true], [true, false])); // [ True False]
 */
export function logicalAnd<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.logicalAnd(...toOperands("tf.logicalAnd", a, b, toBooleans));
}

/**
 * Whether a or b is true, element by element; every number but 0 counts as true.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.logicalOr([true, false], [false, false])); // [ True False]
 */
export function logicalOr<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.logicalOr(...toOperands("tf.logicalOr", a, b, toBooleans));
}

/**
 * Whether exactly one of a and b is true, element by element; every number but 0 counts as true.
 *
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.logicalXor([true, true], [true, false])); // [False  True]
 */
export function logicalXor<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  return core.logicalXor(...toOperands("tf.logicalXor", a, b, toBooleans));
}

/**
 * Whether x is false, element by element; every number but 0 counts as true.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.logicalNot([true, false])); // [False  True]
 */
export function logicalNot<T extends Tensor>(x: T | TensorLike): T {
  return core.logicalNot(toBooleans("tf.logicalNot", "x", x));
}

/**
 * Whether x is not a number, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.isNaN([1, NaN])); // [False  True]
 */
function isNotANumber<T extends Tensor>(x: T | TensorLike): T {
  return core.isNaN(toFloats("tf.isNaN", "x", x));
}

/**
 * Whether x is infinite, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.isInf([1, -Infinity])); // [False  True]
 */
export function isInf<T extends Tensor>(x: T | TensorLike): T {
  return core.isInf(toFloats("tf.isInf", "x", x));
}

/**
 * Whether x is neither infinite nor NaN, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.isFinite([1, NaN])); // [ True False]
 */
function isFiniteNumber<T extends Tensor>(x: T | TensorLike): T {
  return core.isFinite(toFloats("tf.isFinite", "x", x));
}

export { isFiniteNumber as isFinite, isNotANumber as isNaN };

/**
 * Chooses, element by element: a where the condition is true, b elsewhere.
 *
 * @param condition booleans; every number but 0 counts as true
 * @returns the shape to which the three shapes broadcast
 * @throws TypeError when an argument is neither a tensor nor numbers, or when the shapes do not broadcast
 * @example
 * str(tf.where([true, false], [1, 2], 0)); // [1. 0.]
 */
export function where<T extends Tensor = Tensor>(condition: TensorLike, a: TensorLike, b: TensorLike): T {
  const choice = toBooleans("tf.where", "condition", condition);
  const [x, y] = toOperands("tf.where", a, b, toTensor);
  expectBroadcast("tf.where", ["condition", choice.shape], ["a", x.shape]);
  expectBroadcast("tf.where", ["condition", choice.shape], ["b", y.shape]);
  return core.where(choice, x, y);
}
