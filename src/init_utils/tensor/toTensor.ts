import * as core from "#tf-core";
import { describe, shapeText } from "../arguments/describe.js";
import { isTensor } from "../arguments/expectTensor.js";
import { readNumbers } from "./readNumbers.js";
import type { DataType, Tensor } from "./Tensor.js";

/**
 * Turns an operation's argument into a tensor of this package: a tensor stays itself, numbers become a tensor,
 * and what another TensorFlow.js made is copied.
 *
 * @throws TypeError when it is nothing of the kind, or a tensor that has been disposed.
 */
export function toTensor(functionName: string, argumentName: string, value: unknown): Tensor {
  if (value instanceof core.Tensor) {
    if (!value.isDisposed) return value;
    const message = `${functionName}: ${argumentName} must be a tensor that still has its numbers`;
    throw new TypeError(`${message}, but it has been disposed (inside tf.tidy, return it or tf.keep it)`);
  }
  if (isTensor(value)) return copyForeign(functionName, argumentName, value);
  const { values, shape, dtype } = readNumbers(functionName, argumentName, value);
  return core.engine().makeTensor(values, shape, dtype);
}

function copyForeign(functionName: string, argumentName: string, value: Tensor): Tensor {
  if (!["float32", "int32", "bool"].includes(value.dtype)) {
    throw new TypeError(`${functionName}: ${argumentName} must hold numbers, but it is ${describe(value)}`);
  }
  const { values } = readNumbers(functionName, argumentName, value.dataSync(), value.dtype);
  return core.engine().makeTensor(values, [...value.shape], value.dtype);
}

/** Like `toTensor`, with whole numbers and booleans turned into floating-point numbers. */
export function toFloats(functionName: string, argumentName: string, value: unknown): Tensor {
  return toDtype(toTensor(functionName, argumentName, value), "float32");
}

/** Like `toTensor`, with every number but 0 turned into true. */
export function toBooleans(functionName: string, argumentName: string, value: unknown): Tensor {
  return toDtype(toTensor(functionName, argumentName, value), "bool");
}

/** Like `toTensor`, with booleans turned into 0 and 1. */
export function toNumbers(functionName: string, argumentName: string, value: unknown): Tensor {
  const tensor = toTensor(functionName, argumentName, value);
  return tensor.dtype === "bool" ? core.cast(tensor, "int32") : tensor;
}

function toDtype(tensor: Tensor, dtype: DataType): Tensor {
  return tensor.dtype === dtype ? tensor : core.cast(tensor, dtype);
}

/**
 * Turns every item of an array into a tensor; all get the same type, that of the widest: bool, int32, float32.
 *
 * @throws TypeError when it is not an array, is empty, or one of its items is no tensor.
 */
export function toTensors(functionName: string, argumentName: string, values: unknown): Tensor[] {
  if (!Array.isArray(values) || values.length === 0) {
    const expected = "an array of at least one tensor";
    throw new TypeError(
      `${functionName}: ${argumentName} must be ${expected}, but it is ${describe(values)}`,
    );
  }
  const tensors = values.map((value, i) => toTensor(functionName, `${argumentName}[${i}]`, value));
  const widest = (["float32", "int32", "bool"] as const).find((dtype) =>
    tensors.some((tensor) => tensor.dtype === dtype),
  );
  return tensors.map((tensor) => toDtype(tensor, widest ?? "float32"));
}

/**
 * Turns the arguments `a` and `b` into tensors whose shapes go together.
 *
 * @throws TypeError when the shapes do not broadcast: aligned at their ends, sizes must be equal or 1.
 */
export function toOperands(
  functionName: string,
  a: unknown,
  b: unknown,
  convert = toNumbers,
): [Tensor, Tensor] {
  const [x, y] = [convert(functionName, "a", a), convert(functionName, "b", b)];
  expectBroadcast(functionName, ["a", x.shape], ["b", y.shape]);
  return [x, y];
}

type NamedShape = readonly [name: string, shape: readonly number[]];

/** @throws TypeError when the two shapes do not broadcast. */
export function expectBroadcast(functionName: string, [a, first]: NamedShape, [b, second]: NamedShape): void {
  for (let fromEnd = 1; fromEnd <= Math.min(first.length, second.length); fromEnd++) {
    const [m, n] = [first[first.length - fromEnd], second[second.length - fromEnd]];
    if (m === n || m === 1 || n === 1) continue;
    const expected = `${a} and ${b} must have the same shape, or sizes of 1 where they differ`;
    const came = `${a} has shape ${shapeText(first)} and ${b} has shape ${shapeText(second)}`;
    throw new TypeError(`${functionName}: ${expected}, but ${came}`);
  }
}
