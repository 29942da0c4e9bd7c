import { describe } from "../arguments/describe.js";
import { expectTensor } from "../arguments/expectTensor.js";
import { deferredTensor } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import { type Tensor, type TensorLike, tensor } from "../tf/index.js";

/** Applies `f` to a number, or to every number of an array or tensor. */
export function elementwise(
  functionName: string,
  x: TensorLike,
  f: (value: number) => number,
): Tensor | number {
  if (typeof x === "number") return f(x);
  const values = toTensor(functionName, x);
  return deferredTensor(doubles(values).map(f), [...values.shape]);
}

function toTensor(functionName: string, x: TensorLike): Tensor {
  if (!Array.isArray(x) && !ArrayBuffer.isView(x)) {
    if (typeof x === "object" && x !== null) return expectTensor(functionName, "x", x);
    throw new TypeError(
      `${functionName}: x must be a number, an array or a tensor, but it is ${describe(x)}`,
    );
  }
  return expectTensor(functionName, "x", tensor(x));
}
