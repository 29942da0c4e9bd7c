import * as core from "#tf-core";
import { describe, expectNumber } from "../arguments/index.js";
import type { Scalar, Tensor } from "../tensor/Tensor.js";
import { expectCost, named } from "./grad.js";
import type { Variable } from "./variable.js";

/** Changes variables step by step so that a cost gets smaller. */
export interface Optimizer {
  /** Takes one step: computes the gradients of the cost that `f` returns and changes the variables. */
  minimize(f: () => Tensor, returnCost?: boolean, variables?: Variable[]): Scalar | null;
  /** Computes the cost and the gradients, by the variables' names. */
  computeGradients(f: () => Tensor, variables?: Variable[]): { value: Scalar; grads: Record<string, Tensor> };
  /** Changes the variables by given gradients. */
  applyGradients(gradients: Record<string, Tensor>): void;
  /** Frees what the optimizer remembers. */
  dispose(): void;
}

const positive = { expected: "a finite number above 0", accepts: (x: number) => Number.isFinite(x) && x > 0 };
const fraction = {
  expected: "a number from 0 up to, but not including, 1",
  accepts: (x: number) => x >= 0 && x < 1,
};
const notNegative = {
  expected: "a finite number of at least 0",
  accepts: (x: number) => Number.isFinite(x) && x >= 0,
};

/**
 * Gradient descent: w ← w - learningRate · dw.
 *
 * @throws TypeError when `learningRate` is no number, RangeError when it is not above 0
 * @example
 * const w = tf.variable(tf.scalar(3));
 * tf.train.sgd(0.1).minimize(() => tf.square(w), false, [w]); // null
 */
export function sgd(learningRate: number): Optimizer {
  return checked(
    "tf.train.sgd",
    core.train.sgd(expectNumber("tf.train.sgd", "learningRate", learningRate, positive)),
  );
}

/**
 * Gradient descent with momentum: v ← momentum · v + dw; w ← w - learningRate · v.
 *
 * @param useNesterov w ← w - learningRate · (dw + momentum · v) instead
 * @throws TypeError when an argument is no number, RangeError when it is out of range
 * @example
 * const w = tf.variable(tf.scalar(3));
 * tf.train.momentum(0.1, 0.9).minimize(() => tf.square(w), false, [w]); // null
 */
export function momentum(learningRate: number, momentum: number, useNesterov = false): Optimizer {
  expectNumber("tf.train.momentum", "learningRate", learningRate, positive);
  expectNumber("tf.train.momentum", "momentum", momentum, fraction);
  return checked("tf.train.momentum", core.train.momentum(learningRate, momentum, useNesterov));
}

/**
 * Adam: steps by the running mean of the gradient over the root of the running mean of its square, both corrected for
 * their start at 0.
 *
 * @throws TypeError when an argument is no number, RangeError when it is out of range
 * @example
 * const w = tf.variable(tf.scalar(3));
 * tf.train.adam(0.1).minimize(() => tf.square(w), false, [w]); // null
 * @see https://arxiv.org/abs/1412.6980
 */
export function adam(learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8): Optimizer {
  expectNumber("tf.train.adam", "learningRate", learningRate, positive);
  expectNumber("tf.train.adam", "beta1", beta1, fraction);
  expectNumber("tf.train.adam", "beta2", beta2, fraction);
  expectNumber("tf.train.adam", "epsilon", epsilon, positive);
  return checked("tf.train.adam", core.train.adam(learningRate, beta1, beta2, epsilon));
}

/**
 * RMSprop: s ← decay · s + (1 - decay) · dw²; v ← momentum · v + learningRate · dw / √(s + epsilon); w ← w - v.
 *
 * @throws TypeError when an argument is no number, RangeError when it is out of range
 * @example
 * const w = tf.variable(tf.scalar(3));
 * tf.train.rmsprop(0.1).minimize(() => tf.square(w), false, [w]); // null
 */
export function rmsprop(learningRate: number, decay = 0.9, momentum = 0, epsilon = 1e-8): Optimizer {
  expectNumber("tf.train.rmsprop", "learningRate", learningRate, positive);
  expectNumber("tf.train.rmsprop", "decay", decay, fraction);
  expectNumber("tf.train.rmsprop", "momentum", momentum, fraction);
  expectNumber("tf.train.rmsprop", "epsilon", epsilon, positive);
  return checked("tf.train.rmsprop", core.train.rmsprop(learningRate, decay, momentum, epsilon));
}

/**
 * Adagrad: s ← s + dw²; w ← w - learningRate · dw / √(s + 1e-8).
 *
 * @param initialAccumulatorValue the first s
 * @throws TypeError when an argument is no number, RangeError when it is out of range
 * @example
 * const w = tf.variable(tf.scalar(3));
 * tf.train.adagrad(0.1).minimize(() => tf.square(w), false, [w]); // null
 * @see https://jmlr.org/papers/v12/duchi11a.html
 */
export function adagrad(learningRate: number, initialAccumulatorValue = 0.1): Optimizer {
  expectNumber("tf.train.adagrad", "learningRate", learningRate, positive);
  expectNumber("tf.train.adagrad", "initialAccumulatorValue", initialAccumulatorValue, notNegative);
  return checked("tf.train.adagrad", core.train.adagrad(learningRate, initialAccumulatorValue));
}

/** The optimizer with a `minimize` that says what is wrong with a cost function. */
function checked(functionName: string, optimizer: Optimizer): Optimizer {
  const computeGradients: Optimizer["computeGradients"] = (f, variables) => {
    if (typeof f !== "function") {
      throw new TypeError(
        `${functionName}: f must be a function that returns the cost, but it is ${describe(f)}`,
      );
    }
    return named(functionName, () => core.variableGrads(() => expectCost(functionName, f()), variables));
  };
  return Object.assign(optimizer, { computeGradients });
}
