import * as core from "#tf-core";
import { expectDtype } from "../arguments/expectDtype.js";
import { expectShape } from "../arguments/expectShape.js";
import { shapeText } from "../arguments/index.js";
import { memoryFor, sizeOf } from "./readNumbers.js";
import type { DataType, Elements, Tensor } from "./Tensor.js";

/**
 * Makes a tensor of one number, or of the number that a function gives for every position.
 *
 * @throws TypeError when `shape` or `dtype` is none, RangeError when a size is impossible or the memory does not suffice.
 */
export function filled(
  functionName: string,
  shape: unknown,
  value: number | ((position: number) => number),
  dtype: unknown = "float32",
): Tensor {
  const sizes = expectShape(functionName, "shape", shape);
  const type = expectDtype(functionName, dtype);
  const values = allocate(functionName, sizes, type);
  if (typeof value === "number") values.fill(type === "bool" ? Number(value !== 0) : value);
  else for (let i = 0; i < values.length; i++) values[i] = value(i);
  return core.engine().makeTensor(values, sizes, type);
}

function allocate(functionName: string, shape: readonly number[], dtype: DataType): Elements {
  try {
    return memoryFor(dtype, sizeOf(shape));
  } catch {
    const size = `${sizeOf(shape)} numbers do not fit into memory`;
    throw new RangeError(`${functionName}: shape must be smaller: ${size} (shape ${shapeText(shape)})`);
  }
}
