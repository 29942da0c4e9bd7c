import * as core from "#tf-core";
import { expectDtype } from "../arguments/expectDtype.js";
import { describe, shapeText } from "../arguments/index.js";
import type { DataType, Rank, Tensor, TensorLike } from "../tensor/Tensor.js";
import { toTensor } from "../tensor/toTensor.js";

/** A tensor whose elements can be replaced: what training changes. It stays in memory until it is disposed. */
export interface Variable<R extends Rank = Rank> extends Tensor<R> {
  /** The name under which its gradient is returned. */
  readonly name: string;
  /** Whether optimizers change it. */
  readonly trainable: boolean;
  /** Replaces the elements by those of a tensor of the same shape and type. */
  assign(value: TensorLike): void;
}

/**
 * Makes a variable: a tensor whose elements can be replaced by `assign` and by optimizers.
 *
 * @param initialValue the first elements
 * @param trainable whether optimizers change it
 * @param name left out, a new one
 * @throws TypeError when `initialValue` is neither a tensor nor numbers, RangeError when there is a variable of that name
 * @example
 * const w = tf.variable(tf.tensor([1, 2]));
 * w.assign(tf.tensor([3, 4]));
 * str(w); // [3. 4.]
 */
export function variable<R extends Rank = Rank>(
  initialValue: Tensor<R> | TensorLike,
  trainable = true,
  name?: string,
  dtype?: DataType,
): Variable<R> {
  const value = toTensor("tf.variable", "initialValue", initialValue);
  const type = dtype === undefined ? undefined : expectDtype("tf.variable", dtype);
  if (name !== undefined && name in core.engine().registeredVariables) {
    throw new RangeError(
      `tf.variable: name must be new, but there is a variable ${describe(name)}; dispose it first`,
    );
  }
  return core.variable(value, trainable, name, type);
}

const assignUnchecked = core.Variable.prototype.assign;

/** Gives all variables an `assign` that also takes numbers, and says what is wrong with what it cannot take. */
core.Variable.prototype.assign = function assign(this: Variable, value: TensorLike): void {
  const next = toTensor("Variable.assign", "value", value);
  if (next.dtype !== this.dtype || shapeText(next.shape) !== shapeText(this.shape)) {
    throw new TypeError(`Variable.assign: value must be ${describe(this)}, but it is ${describe(next)}`);
  }
  assignUnchecked.call(this, next);
};
