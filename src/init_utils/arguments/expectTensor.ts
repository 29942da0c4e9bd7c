import type { Tensor } from "../tensor/Tensor.js";
import { describe, shapeText } from "./describe.js";

/** One dimension of an expected shape: a size, or a letter for a size that is free. */
export type Dimension = number | string;

/**
 * Returns `value` if it is a tensor of numbers that fits the shape.
 *
 * @param shape for example `[3, "m"]`: 3 rows and any number of columns; left out, every shape fits
 * @throws TypeError when it is no tensor, is disposed, or has another shape.
 */
export function expectTensor(
  functionName: string,
  argumentName: string,
  value: unknown,
  shape?: readonly Dimension[],
): Tensor {
  const fail = (came: string): never => {
    const expected = shape ? `a tensor of shape ${shapeText(shape)}` : "a tensor";
    throw new TypeError(`${functionName}: ${argumentName} must be ${expected}, but it is ${came}`);
  };
  if (!isTensor(value)) return fail(describe(value));
  if (value.isDisposed) return fail("a tensor that has been disposed");
  if (!numericTypes.includes(value.dtype)) return fail(describe(value));
  if (shape && !fits(value.shape, shape)) return fail(describe(value));
  return value;
}

/** Another TensorFlow.js also has tensors of strings and of complex numbers. */
const numericTypes: readonly string[] = ["float32", "int32", "bool"];

/** Whether something is a tensor, made by this package or by another TensorFlow.js. */
export function isTensor(value: unknown): value is Tensor {
  if (typeof value !== "object" || value === null) return false;
  const { shape, dtype, dataSync } = value as Partial<Tensor>;
  return Array.isArray(shape) && typeof dtype === "string" && typeof dataSync === "function";
}

function fits(shape: readonly number[], expected: readonly Dimension[]): boolean {
  return (
    shape.length === expected.length &&
    expected.every((size, axis) => typeof size === "string" || size === shape[axis])
  );
}
