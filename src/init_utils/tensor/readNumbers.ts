import { describe } from "../arguments/describe.js";
import type { DataType, Elements } from "./Tensor.js";

/** Elements with the shape in which they came. */
export interface Numbers {
  readonly values: Elements;
  readonly shape: number[];
  readonly dtype: DataType;
}

/**
 * Copies a number, a boolean, a typed array, or nested arrays of them into memory of their own.
 *
 * @param dtype what the elements become; left out, booleans are "bool", typed arrays of whole numbers "int32",
 *   all else "float32"
 * @throws TypeError when an element is neither a number nor a boolean, or when rows differ in length.
 */
export function readNumbers(
  functionName: string,
  argumentName: string,
  value: unknown,
  dtype?: DataType,
): Numbers {
  const shape = shapeOf(value);
  const type = dtype ?? typeOf(value);
  const values = memoryFor(type, sizeOf(shape));
  if (Number.isNaN(copyInto(values, value, shape, 0, 0))) {
    throw new TypeError(`${functionName}: ${misfit(value, shape, argumentName)}`);
  }
  return { values, shape, dtype: type };
}

/** How many elements a shape has room for. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}

/** Memory for `size` elements, all zero. */
export function memoryFor(dtype: DataType, size: number): Elements {
  if (dtype === "int32") return new Int32Array(size);
  return dtype === "bool" ? new Uint8Array(size) : new Float64Array(size);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** The shape as the first elements show it; all others are held against it when they are copied. */
function shapeOf(value: unknown): number[] {
  const shape: number[] = [];
  for (let level = value; isList(level); level = level[0]) shape.push(level.length);
  return shape;
}

function typeOf(value: unknown): DataType {
  let first = value;
  while (Array.isArray(first)) first = first[0];
  if (typeof first === "boolean") return "bool";
  const isWhole =
    first instanceof Int32Array || first instanceof Uint8Array || first instanceof Uint8ClampedArray;
  return isWhole ? "int32" : "float32";
}

/** Returns the position after the last element copied; NaN when something does not fit. */
function copyInto(
  values: Elements,
  part: unknown,
  shape: readonly number[],
  depth: number,
  start: number,
): number {
  const length = shape[depth];
  if (length === undefined) {
    if (!isElement(part)) return Number.NaN;
    values[start] = values instanceof Uint8Array ? Number(part !== 0 && part !== false) : Number(part);
    return start + 1;
  }
  if (!isList(part) || part.length !== length) return Number.NaN;
  let position = start;
  for (let i = 0; i < length; i++) position = copyInto(values, part[i], shape, depth + 1, position);
  return position;
}

function isElement(value: unknown): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}

/** Says where the first thing is that does not fit, in the words of an error message. */
function misfit(part: unknown, shape: readonly number[], path: string): string | undefined {
  const [length, ...inner] = shape;
  const came = isList(part) && path.includes("[") ? `an array of length ${part.length}` : describe(part);
  if (length === undefined) {
    const expected = path.includes("[") ? "a number" : "a tensor, a number, or arrays of numbers";
    return isElement(part) ? undefined : `${path} must be ${expected}, but it is ${came}`;
  }
  if (!isList(part) || part.length !== length) {
    return `${path} must be an array of length ${length} (like the rows before it), but it is ${came}`;
  }
  for (let i = 0; i < length; i++) {
    const found = misfit(part[i], inner, `${path}[${i}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}
