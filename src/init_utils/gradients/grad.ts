import * as core from "#tf-core";
import { describe, shapeText } from "../arguments/index.js";
import type { Scalar, Tensor, TensorLike } from "../tensor/Tensor.js";
import { toFloats, toTensor } from "../tensor/toTensor.js";
import type { Variable } from "./variable.js";

/**
 * Returns the function that computes the gradient df/dx.
 *
 * @param f computes with the operations of `tf`; where it returns more than one number, the gradient is that of their
 *   sum, or of the sum weighted by `dy`
 * @returns x ↦ the gradient at x, of x's shape
 * @throws TypeError when `f` is no function, does not return a tensor, or when its result does not depend on x
 * @example
 * str(tf.grad((x) => tf.square(x))(3)); // 6.0
 */
export function grad(f: (x: Tensor) => Tensor): (x: TensorLike, dy?: TensorLike) => Tensor {
  const gradient = valueAndGradOf("tf.grad", f);
  return (x, dy) => gradient(x, dy).grad;
}

/**
 * Returns the function that computes the gradients of f with respect to each of its arguments.
 *
 * @param f computes with the operations of `tf`
 * @returns an array of arguments ↦ the array of gradients, each of its argument's shape
 * @throws TypeError when `f` is no function, does not return a tensor, or when its result does not depend on an argument
 * @example
 * str(tf.grads((a, b) => tf.mul(a, b))([2, 3])[0]); // 3.0
 */
export function grads(
  f: (...xs: Tensor[]) => Tensor,
): (xs: readonly TensorLike[], dy?: TensorLike) => Tensor[] {
  const gradients = valueAndGradsOf("tf.grads", f);
  return (xs, dy) => gradients(xs, dy).grads;
}

/**
 * Like `grad`, returning the value of f too.
 *
 * @returns x ↦ the value, of the shape that f gives it, and the gradient, of x's shape
 * @throws TypeError when `f` is no function, does not return a tensor, or when its result does not depend on x
 * @example
 * str(tf.valueAndGrad((x) => tf.square(x))(3).value); // 9.0
 */
export function valueAndGrad(
  f: (x: Tensor) => Tensor,
): (x: TensorLike, dy?: TensorLike) => { value: Tensor; grad: Tensor } {
  return valueAndGradOf("tf.valueAndGrad", f);
}

/**
 * Like `grads`, returning the value of f too.
 *
 * @returns an array of arguments ↦ the value, and the array of gradients, each of its argument's shape
 * @throws TypeError when `f` is no function, does not return a tensor, or when its result does not depend on an argument
 * @example
 * str(tf.valueAndGrads((a, b) => tf.mul(a, b))([2, 3]).value); // 6.0
 */
export function valueAndGrads(
  f: (...xs: Tensor[]) => Tensor,
): (xs: readonly TensorLike[], dy?: TensorLike) => { value: Tensor; grads: Tensor[] } {
  return valueAndGradsOf("tf.valueAndGrads", f);
}

/**
 * Computes the gradients of a cost with respect to variables.
 *
 * @param f computes the cost, a single number, from variables made with `tf.variable`
 * @param variables with respect to which; left out, all trainable ones
 * @returns the cost, and the gradients by the variables' names
 * @throws TypeError when `f` is no function, does not return a single number, or uses none of the variables
 * @example
 * const w = tf.variable(tf.scalar(3));
 * str(tf.variableGrads(() => tf.square(w), [w]).grads[w.name]); // 6.0
 */
export function variableGrads(
  f: () => Tensor,
  variables?: readonly Variable[],
): { value: Scalar; grads: Record<string, Tensor> } {
  const name = "tf.variableGrads";
  expectFunction(name, f);
  if (variables?.length === 0)
    throw new TypeError(`${name}: variables must be an array of at least one variable`);
  return named(name, () => core.variableGrads(() => expectCost(name, f()), variables && [...variables]));
}

/** @throws TypeError when it is not a tensor with a single number. */
export function expectCost(functionName: string, cost: unknown): Scalar {
  const tensor = toTensor(functionName, "the result of f", cost);
  if (tensor.size === 1) return core.reshape(tensor, []);
  const shape = shapeText(tensor.shape);
  throw new TypeError(
    `${functionName}: f must return a single number (take tf.mean or tf.sum), but its result has shape ${shape}`,
  );
}

function valueAndGradOf(functionName: string, f: (x: Tensor) => Tensor) {
  expectFunction(functionName, f);
  const gradients = valueAndGradsOf(functionName, f as (...xs: Tensor[]) => Tensor, ["x"]);
  return (x: TensorLike, dy?: TensorLike): { value: Tensor; grad: Tensor } => {
    const { value, grads } = gradients([x], dy);
    return { value, grad: grads[0]! };
  };
}

function valueAndGradsOf(functionName: string, f: (...xs: Tensor[]) => Tensor, names?: readonly string[]) {
  expectFunction(functionName, f);
  return (xs: readonly TensorLike[], dy?: TensorLike): { value: Tensor; grads: Tensor[] } => {
    if (!Array.isArray(xs) || xs.length === 0) {
      throw new TypeError(`${functionName}: xs must be an array of f's arguments, but it is ${describe(xs)}`);
    }
    const inputs = xs.map((x, i) => toFloats(functionName, names?.[i] ?? `xs[${i}]`, x));
    const weights = dy === undefined || dy === null ? undefined : toFloats(functionName, "dy", dy);
    const checked = (...values: Tensor[]): Tensor => {
      const result = toTensor(functionName, "the result of f", f(...values));
      if (weights) expectSameShape(functionName, weights, result);
      return result;
    };
    return named(functionName, () => core.valueAndGrads(checked)(inputs, weights));
  };
}

function expectSameShape(functionName: string, dy: Tensor, result: Tensor): void {
  const [expected, came] = [shapeText(result.shape), shapeText(dy.shape)];
  if (came === expected) return;
  throw new TypeError(
    `${functionName}: dy must have the shape of f's result, ${expected}, but it has shape ${came}`,
  );
}

function expectFunction(functionName: string, f: unknown): void {
  if (typeof f === "function") return;
  throw new TypeError(`${functionName}: f must be a function, but it is ${describe(f)}`);
}

/** TensorFlow.js's own complaints, in words that say which function was called and what to do. */
const complaints: [pattern: RegExp, advice: string][] = [
  [
    /^Cannot (compute gradient of|find a connection)/,
    "the result of f must depend on every x, through operations of tf alone",
  ],
  [/gradient function not found/, "f uses an operation that has no gradient, such as tf.multinomial"],
  [/trainable/, "variables must include a trainable one (make it with tf.variable)"],
];

/** Runs a computation of TensorFlow.js and names the function that was called when it complains. */
export function named<T>(functionName: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    const advice = complaints.find(([pattern]) => pattern.test(text) && !text.startsWith("tf."))?.[1];
    throw advice === undefined ? error : new TypeError(`${functionName}: ${advice}`, { cause: error });
  }
}
