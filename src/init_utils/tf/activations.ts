import * as core from "#tf-core";
import { expectAxis } from "../arguments/expectAxis.js";
import { expectNumber } from "../arguments/index.js";
import { alongLastAxis } from "../tensor/alongLastAxis.js";
import type { Tensor, TensorLike } from "../tensor/Tensor.js";
import { toFloats, toNumbers } from "../tensor/toTensor.js";

/**
 * The rectified linear unit: max(0, x), element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.relu([-1, 2])); // [0. 2.]
 */
export function relu<T extends Tensor>(x: T | TensorLike): T {
  return core.relu(toNumbers("tf.relu", "x", x));
}

/**
 * The rectified linear unit with a ceiling: min(max(0, x), 6), element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.relu6([-1, 2, 8])); // [0. 2. 6.]
 */
export function relu6<T extends Tensor>(x: T | TensorLike): T {
  return core.relu6(toFloats("tf.relu6", "x", x));
}

/**
 * The leaky rectified linear unit: x where x > 0, alpha · x elsewhere.
 *
 * @returns a tensor of x's shape
 * @throws TypeError when `x` is neither a tensor nor numbers or `alpha` no number, RangeError when `alpha` is not finite
 * @example
 * str(tf.leakyRelu([-1, 2], 0.1)); // [-0.1  2. ]
 */
export function leakyRelu<T extends Tensor>(x: T | TensorLike, alpha = 0.2): T {
  return core.leakyRelu(toFloats("tf.leakyRelu", "x", x), expectNumber("tf.leakyRelu", "alpha", alpha));
}

/**
 * The exponential linear unit: x where x > 0, eˣ - 1 elsewhere.
 *
 * @returns a tensor of x's shape
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.elu([0, 2])); // [0. 2.]
 * @see https://arxiv.org/abs/1511.07289
 */
export function elu<T extends Tensor>(x: T | TensorLike): T {
  return core.elu(toFloats("tf.elu", "x", x));
}

/**
 * The scaled exponential linear unit: λx where x > 0, λα(eˣ - 1) elsewhere, with λ = 1.0507… and α = 1.6732….
 *
 * @returns a tensor of x's shape
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.selu([0, 1])); // [0.         1.05070099]
 * @see https://arxiv.org/abs/1706.02515
 */
export function selu<T extends Tensor>(x: T | TensorLike): T {
  return core.selu(toFloats("tf.selu", "x", x));
}

/**
 * The logistic function: 1 / (1 + e⁻ˣ), element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.sigmoid([0, 2])); // [0.5        0.88079708]
 */
export function sigmoid<T extends Tensor>(x: T | TensorLike): T {
  return core.sigmoid(toFloats("tf.sigmoid", "x", x));
}

/**
 * The logarithm of the logistic function: -ln(1 + e⁻ˣ), element by element, exact for large |x| too.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.logSigmoid([0])); // [-0.69314718]
 */
export function logSigmoid<T extends Tensor>(x: T | TensorLike): T {
  return core.logSigmoid(toFloats("tf.logSigmoid", "x", x));
}

/**
 * A smooth rectified linear unit: ln(1 + eˣ), element by element, exact for large |x| too.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.softplus([0])); // [0.69314718]
 */
export function softplus<T extends Tensor>(x: T | TensorLike): T {
  return core.softplus(toFloats("tf.softplus", "x", x));
}

/**
 * The hyperbolic tangent, element by element.
 *
 * @throws TypeError when `x` is neither a tensor nor numbers
 * @example
 * str(tf.tanh([0, 1])); // [0.         0.76159416]
 */
export function tanh<T extends Tensor>(x: T | TensorLike): T {
  return core.tanh(toFloats("tf.tanh", "x", x));
}

/**
 * The step function: 1 where x > 0, alpha elsewhere; NaN stays NaN.
 *
 * @returns a tensor of x's shape
 * @throws TypeError when `x` is neither a tensor nor numbers or `alpha` no number, RangeError when `alpha` is not finite
 * @example
 * str(tf.step([-1, 0, 2])); // [0. 0. 1.]
 */
export function step<T extends Tensor>(x: T | TensorLike, alpha = 0): T {
  return core.step(toFloats("tf.step", "x", x), expectNumber("tf.step", "alpha", alpha));
}

/**
 * Turns numbers into probabilities: eˣ / Σ eˣ along an axis.
 *
 * @param axis along which the results sum to 1; -1 is the last
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.softmax([0, Math.log(3)])); // [0.25 0.75]
 */
export function softmax<T extends Tensor>(x: T | TensorLike, axis = -1): T {
  const tensor = toFloats("tf.softmax", "x", x);
  return alongLastAxis(tensor, expectAxis("tf.softmax", axis, tensor.shape), core.softmax);
}

/**
 * The logarithm of the softmax: x - ln Σ eˣ along an axis, exact for large differences too.
 *
 * @param axis along which the probabilities sum to 1; -1 is the last
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when it has no such axis
 * @example
 * str(tf.logSoftmax([0, 0])); // [-0.69314718 -0.69314718]
 */
export function logSoftmax<T extends Tensor>(x: T | TensorLike, axis = -1): T {
  const tensor = toFloats("tf.logSoftmax", "x", x);
  return alongLastAxis(tensor, expectAxis("tf.logSoftmax", axis, tensor.shape), core.logSoftmax);
}
