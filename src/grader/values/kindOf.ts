import {
  getPrototypeOf,
  getTime,
  isArray,
  mapGet,
  mapSize,
  NativeMap,
  nativeGlobal,
  promiseThen,
  setSize,
  typedArrayKind,
} from "./primordials.js";
import type { Tensors } from "./Tensors.js";

export type Kind =
  | "tensor"
  | "array"
  | "typedArray"
  | "map"
  | "set"
  | "date"
  | "error"
  | "promise"
  | "object"
  | "other";

/** Classes of the language, by prototype. Objects of those that are not asked for below are data to nobody: "other". */
const known: ReadonlyMap<unknown, Kind> = new NativeMap<unknown, Kind>([
  [Map.prototype, "map"],
  [Set.prototype, "set"],
  [Date.prototype, "date"],
  [Error.prototype, "error"],
  [Promise.prototype, "promise"],
  [Object.prototype, "object"],
  ...[WeakMap, WeakSet, WeakRef, RegExp, ArrayBuffer, SharedArrayBuffer, DataView].map(otherKind),
  ...[String, Number, Boolean, Symbol, BigInt].map(otherKind),
]);

function otherKind({ prototype }: { readonly prototype: object }): [unknown, Kind] {
  return [prototype, "other"];
}

/** A prototype chain that is longer ends nowhere: that of a proxy may be endless. */
const mostPrototypes = 64;

/**
 * What an object is, as far as it can be told without asking the object. May throw whatever a proxy's traps throw.
 */
export function kindOf(value: object, tensors: Tensors): Kind {
  if (value === nativeGlobal) return "other";
  if (isArray(value)) return "array";
  if (typedArrayKind(value) !== undefined) return "typedArray";
  if (tensors.isTensor(value)) return "tensor";
  const kind = byPrototype(value);
  return holds(value, kind) ? kind : "other";
}

function byPrototype(value: object): Kind {
  let prototype = getPrototypeOf(value);
  for (let step = 0; prototype !== null && step < mostPrototypes; step++) {
    const kind = mapGet(known, prototype) as Kind | undefined;
    if (kind !== undefined) return kind;
    prototype = getPrototypeOf(prototype);
  }
  return "object";
}

/** Whether an object is what its prototype says: the language's own methods refuse impostors, proxies included. */
function holds(value: object, kind: Kind): boolean {
  try {
    if (kind === "map") mapSize(value as Map<unknown, unknown>);
    if (kind === "set") setSize(value as Set<unknown>);
    if (kind === "date") getTime(value as Date);
    // Nobody hears of its rejection on the other side, so it counts as heard.
    if (kind === "promise") promiseThen(value, undefined, () => {});
    return true;
  } catch {
    return false;
  }
}
