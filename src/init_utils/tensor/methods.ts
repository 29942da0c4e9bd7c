import * as core from "#tf-core";
import * as activations from "../tf/activations.js";
import * as arithmetic from "../tf/arithmetic.js";
import * as comparisons from "../tf/comparisons.js";
import * as elementwise from "../tf/elementwise.js";
import * as matrices from "../tf/matrices.js";
import * as parts from "../tf/parts.js";
import * as patterns from "../tf/patterns.js";
import * as reductions from "../tf/reductions.js";
import * as shapes from "../tf/shapes.js";
import type { Tensor, TensorLike } from "./Tensor.js";

type Operation = (x: never, ...rest: never[]) => unknown;

/** The functions whose first argument is the tensor itself, as methods: `x.add(y)` is `tf.add(x, y)`. */
const { relu, leakyRelu, elu, sigmoid, tanh, softplus, softmax, logSoftmax } = activations;
const { clone, cast } = patterns;
const { matMul, dot, norm } = matrices;
const { slice, gather } = parts;
const { where, ...comparing } = comparisons;
const { moments: _, ...reducing } = reductions;
const direct: Record<string, Operation> = {
  ...arithmetic,
  ...elementwise,
  ...{ relu, leakyRelu, elu, sigmoid, tanh, softplus, softmax, logSoftmax },
  ...comparing,
  ...reducing,
  ...{ matMul, dot, norm, slice, gather, clone, cast, asType: cast },
  ...shapes,
};

/** Methods whose arguments stand in another order than the function's. */
const others: Record<string, (this: Tensor, ...rest: never[]) => unknown> = {
  where(condition: TensorLike, b: TensorLike) {
    return where(condition, this, b);
  },
  concat(tensors: Tensor | readonly Tensor[], axis?: number) {
    return parts.concat([this, ...[tensors].flat()], axis);
  },
  stack(tensors: Tensor | readonly Tensor[], axis?: number) {
    return parts.stack([this, ...[tensors].flat()], axis);
  },
  flatten() {
    return shapes.reshape(this, [this.size]);
  },
};

/** Gives all tensors their methods. */
export function installMethods(): void {
  for (const [name, operation] of Object.entries(direct)) {
    define(name, function (this: Tensor, ...rest: never[]) {
      return operation(this as never, ...rest);
    });
  }
  for (const [name, method] of Object.entries(others)) define(name, method);
}

function define(name: string, value: (this: Tensor, ...rest: never[]) => unknown): void {
  Object.defineProperty(value, "name", { value: name });
  Object.defineProperty(core.Tensor.prototype, name, { value, configurable: true, writable: true });
}
