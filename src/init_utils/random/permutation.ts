import { describe } from "../arguments/describe.js";
import { expectNumber, nonNegativeInteger } from "../arguments/expectNumber.js";
import { expectTensor, isTensor } from "../arguments/expectTensor.js";
import { type Tensor, tensor } from "../tf/index.js";
import type { RandomState } from "./RandomState.js";
import { isArray, shuffle, type TypedArray } from "./shuffle.js";

/** A shuffled copy of an array or tensor, or of the numbers from 0 to n - 1. */
export function permutation(
  state: RandomState,
  value: number | readonly unknown[] | TypedArray | Tensor,
): Tensor | unknown[] {
  if (isTensor(value)) return permutedRows(state, value);
  if (isArray(value)) {
    const copy = value.slice();
    shuffle(state, copy);
    return copy;
  }
  if (typeof value !== "number") {
    const expected = "a whole number, an array or a tensor";
    throw new TypeError(`random.permutation: x must be ${expected}, but it is ${describe(value)}`);
  }
  const n = expectNumber("random.permutation", "x", value, nonNegativeInteger);
  return tensor(order(state, n), [n], "int32");
}

function order(state: RandomState, n: number): Int32Array {
  const indices = Int32Array.from({ length: n }, (_, i) => i);
  shuffle(state, indices);
  return indices;
}

function permutedRows(state: RandomState, value: Tensor): Tensor {
  const { shape, dtype, size } = expectTensor("random.permutation", "x", value);
  const [rows] = shape;
  if (rows === undefined) {
    throw new TypeError(
      "random.permutation: x must be a tensor with at least one axis, but it is a single number",
    );
  }
  const data = value.dataSync();
  const result = data.slice();
  const rowSize = rows === 0 ? 0 : size / rows;
  order(state, rows).forEach((from, to) => {
    result.set(data.subarray(from * rowSize, (from + 1) * rowSize), to * rowSize);
  });
  return tensor(result, shape, dtype);
}
