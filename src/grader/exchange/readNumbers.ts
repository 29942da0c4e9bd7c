import { attempt } from "../values/attempt.js";
import { MalformedValue } from "../values/limits.js";
import {
  bufferOf,
  byteLengthOf,
  bytesOf,
  copyInto,
  isSafeInteger,
  typedArrayKind,
} from "../values/primordials.js";
import { readTensor } from "../values/readTensor.js";
import { define } from "../values/standIns.js";
import type { TensorContent, Tensors } from "../values/Tensors.js";
import { mostDimensions, tensorKinds, typedArrayKinds } from "../values/tags.js";
import type { Reader } from "./Reader.js";

/** Numbers that were sent, and what can be done with them. */
export interface NumbersNode {
  make(): object;
  /** Whether an object has the same kind and size, so that the numbers can be written into it. */
  fits(known: object): boolean;
  update(known: object): void;
}

export function readTypedArrayNode(reader: Reader): NumbersNode {
  const kind = typedArrayKinds[reader.byte()];
  const length = reader.countOf(1);
  if (kind === undefined || length % kind.size !== 0)
    throw new MalformedValue("a typed array of no known kind");
  const bytes = reader.bytes(length);
  return {
    make: () => new kind.Class(bufferOf(bytes)),
    fits: (known) => typedArrayKind(known) === kind.name && byteLengthOf(known) === length,
    update: (known) => overwrite(known, bytes),
  };
}

export function readTensorNode(reader: Reader, tensors: Tensors): NumbersNode {
  const kind = tensorKinds[reader.byte()];
  if (kind === undefined) throw new MalformedValue("a tensor of no known type");
  const shape = readShape(reader);
  const isThere = reader.byte() === 1;
  const length = reader.countOf(1);
  if (length !== (isThere ? sizeOf(shape) * kind.size : 0))
    throw new MalformedValue("a tensor whose numbers do not fit its shape");
  const bytes = reader.bytes(length);
  const values = isThere ? (new kind.Class(bufferOf(bytes)) as TensorContent["values"]) : undefined;
  const { dtype } = kind;
  return {
    make: () => tensors.make({ dtype, shape, values }),
    fits: (known) => sameForm(known, tensors, { dtype, shape, values }),
    update: (known) => {
      const { values: memory } = readTensor(known, tensors, length);
      if (memory === undefined) return;
      if (isThere) overwrite(memory, bytes);
      else tensors.dispose(known);
    },
  };
}

function overwrite(memory: object, bytes: Uint8Array): void {
  const length = byteLengthOf(bytes);
  if (length > 0) copyInto(bytesOf(memory, 0, length), bytes, 0);
}

function readShape(reader: Reader): number[] {
  const rank = reader.count();
  if (rank > mostDimensions) throw new MalformedValue("a tensor of too many dimensions");
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) define(shape, axis, reader.count());
  if (!isSafeInteger(sizeOf(shape))) throw new MalformedValue("a tensor that is too large");
  return shape;
}

function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis]!;
  return size;
}

/** A disposed tensor stays what it is; one that has its numbers may get others of the same size, or lose them. */
function sameForm(known: object, tensors: Tensors, { dtype, shape, values }: TensorContent): boolean {
  const same = attempt(() => {
    const { kind, shape: own, values: memory } = readTensor(known, tensors, Number.MAX_SAFE_INTEGER);
    let equal = tensorKinds[kind]!.dtype === dtype && own.rank === shape.length;
    for (let axis = 0; axis < shape.length; axis++) equal &&= own.at[axis] === shape[axis];
    return equal && (memory !== undefined || values === undefined);
  });
  return same === true;
}
