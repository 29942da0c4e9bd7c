import { tf } from "init_utils";
import {
  Exchange,
  type ExchangeLimits,
  type TensorFlow,
  tensorsOf,
} from "../../../src/grader/exchange/index.js";

const tensors = tensorsOf(tf as unknown as TensorFlow);

/** Two sides that exchange values. */
export function sides(limits?: ExchangeLimits): { judge: Exchange; guest: Exchange } {
  return { judge: new Exchange("judge", tensors, limits), guest: new Exchange("guest", tensors, limits) };
}

/** A value as it arrives on the other side. */
export function sent(value: unknown): unknown {
  const { judge, guest } = sides();
  return judge.decode(guest.encode(value));
}

/**
 * Says where two graphs of data differ: in a value, bit for bit, in a kind, in a hole, in the order of names, or in
 * which parts are the same object.
 *
 * @returns undefined when they are the same
 */
export function difference(a: unknown, b: unknown): string | undefined {
  const there = new Map<object, object>();
  const back = new Map<object, object>();
  const compare = (x: unknown, y: unknown, path: string): string | undefined => {
    if (typeof x !== "object" || x === null || typeof y !== "object" || y === null)
      return Object.is(x, y) ? undefined : `${path}: ${String(x)} and ${String(y)}`;
    if (there.has(x) || back.has(y))
      return there.get(x) === y && back.get(y) === x ? undefined : `${path}: identity`;
    there.set(x, y);
    back.set(y, x);
    const [one, other] = [partsOf(x), partsOf(y)];
    if (one.kind !== other.kind) return `${path}: ${one.kind} and ${other.kind}`;
    if (one.parts.length !== other.parts.length) return `${path}: another number of parts`;
    for (const [i, part] of one.parts.entries()) {
      const found = compare(part, other.parts[i], `${path}.${i}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return compare(a, b, "");
}

function partsOf(object: object): { kind: string; parts: unknown[] } {
  const entries = Object.entries(object).flat();
  if (object instanceof tf.Tensor) {
    const values = object.isDisposed ? ["disposed"] : [...object.dataSync()];
    return { kind: "tensor", parts: [object.dtype, object.shape.join(), ...values] };
  }
  if (ArrayBuffer.isView(object)) {
    const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength);
    return { kind: Object.prototype.toString.call(object), parts: [...bytes] };
  }
  if (Array.isArray(object)) return { kind: "array", parts: [object.length, ...entries] };
  if (object instanceof Map) return { kind: "map", parts: [...object].flat() };
  if (object instanceof Set) return { kind: "set", parts: [...object] };
  if (object instanceof Date) return { kind: "date", parts: [object.getTime()] };
  return { kind: Object.getPrototypeOf(object) === null ? "no prototype" : "object", parts: entries };
}
