import { describe } from "../arguments/describe.js";
import { expectNumber, nonNegativeInteger } from "../arguments/expectNumber.js";
import { type Tensor, tensor } from "../tf/index.js";

/** NumPy's `size`: a length, or one length for each axis. */
export type Size = number | readonly number[];

/**
 * Draws one number when there is no size, otherwise a tensor of that size, row by row.
 *
 * @throws TypeError or RangeError, in the name of `functionName`, when the size is not made of whole numbers.
 */
export function sample(
  functionName: string,
  size: Size | null | undefined,
  draw: () => number,
  dtype: "float32" | "int32" = "float32",
): number | Tensor {
  if (size === undefined || size === null) return draw();
  const shape = shapeFrom(functionName, size);
  const count = shape.reduce((product, length) => product * length, 1);
  const values = dtype === "int32" ? new Int32Array(count) : new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = draw();
  return tensor(values, shape, dtype);
}

function shapeFrom(functionName: string, size: Size): number[] {
  if (typeof size === "number") return [expectNumber(functionName, "size", size, nonNegativeInteger)];
  if (!Array.isArray(size)) {
    throw new TypeError(
      `${functionName}: size must be a whole number or an array of them, but it is ${describe(size)}`,
    );
  }
  return Array.from(size, (length, axis) =>
    expectNumber(functionName, `size[${axis}]`, length, nonNegativeInteger),
  );
}
