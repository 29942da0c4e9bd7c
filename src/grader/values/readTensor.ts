import { TooLarge } from "./limits.js";
import {
  byteLengthOf,
  create,
  getOwnPropertyDescriptor,
  isArray,
  isSafeInteger,
  typedArrayKind,
} from "./primordials.js";
import type { Tensors } from "./Tensors.js";
import { mostDimensions, tensorKinds } from "./tags.js";

export interface ReadTensor {
  /** Where its dtype stands in `tensorKinds`. */
  readonly kind: number;
  readonly shape: { readonly at: Record<number, number>; readonly rank: number };
  /** The tensor's own memory; undefined when it has been disposed. */
  readonly values: object | undefined;
  readonly byteLength: number;
}

/**
 * Reads a tensor and holds what it says against itself: a student's code can change tensors and their class.
 *
 * @param room how many bytes its numbers may take
 * @throws TooLarge before numbers are asked for, and whatever the tensor throws
 */
export function readTensor(tensor: object, tensors: Tensors, room: number): ReadTensor {
  const { dtype, shape: given, disposed } = tensors.describe(tensor);
  const kind = kindOf(dtype);
  const shape = readShape(given);
  if (disposed) return { kind, shape, values: undefined, byteLength: 0 };
  const byteLength = sizeOf(shape) * tensorKinds[kind]!.size;
  if (byteLength > room) throw new TooLarge(`a tensor of ${sizeOf(shape)} numbers`);
  const values = tensors.values(tensor);
  if (typedArrayKind(values) !== tensorKinds[kind]!.holds || byteLengthOf(values as object) !== byteLength)
    throw new TypeError("a tensor whose numbers do not fit its shape");
  return { kind, shape, values: values as object, byteLength };
}

function kindOf(dtype: unknown): number {
  for (let kind = 0; kind < tensorKinds.length; kind++) if (tensorKinds[kind]!.dtype === dtype) return kind;
  throw new TypeError("a tensor of an unknown type");
}

function readShape(shape: unknown): ReadTensor["shape"] {
  const rank: unknown = isArray(shape) ? getOwnPropertyDescriptor(shape, "length")?.value : undefined;
  if (typeof rank !== "number" || rank > mostDimensions) throw new TypeError("a tensor whose shape is none");
  const at: Record<number, number> = create(null);
  for (let axis = 0; axis < rank; axis++) {
    const size: unknown = getOwnPropertyDescriptor(shape as object, axis)?.value;
    if (!isSafeInteger(size) || (size as number) < 0) throw new TypeError("a tensor whose shape is none");
    at[axis] = size as number;
  }
  return { at, rank };
}

function sizeOf({ at, rank }: ReadTensor["shape"]): number {
  let size = 1;
  for (let axis = 0; axis < rank; axis++) size *= at[axis]!;
  return size;
}
