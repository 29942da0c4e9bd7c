import { type InspectOptions, inspect } from "node:util";
import { native } from "../channel/native.js";

/** Prints a tensor as NumPy does; there when the cell's packages are. */
export type PrintTensor = (value: unknown) => string;

/** Node.js cuts arrays, but prints objects with all their properties. */
const mostProperties = 1000;
const shownProperties = 100;
/** Node.js shows as many elements of an array. */
const shownElements = 100;

const { custom } = inspect;

/** A value as Node's `inspect` prints it, tensors as NumPy prints them, and objects with very many properties cut. */
export function inspectValue(
  value: unknown,
  options: InspectOptions,
  print: PrintTensor | undefined,
): string {
  if (typeof value !== "object" || value === null) return inspect(value, options);
  const large = new native.Set<object>();
  look(value, options.depth ?? 2, { large, print, seen: new native.Set() });
  return large.size === 0 ? inspect(value, options) : inspectCut(value, options, large);
}

export function isTensor(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { shape, dtype, dataSync } = value as Record<string, unknown>;
  return native.Array.isArray(shape) && typeof dtype === "string" && typeof dataSync === "function";
}

interface Found {
  readonly large: Set<object>;
  readonly print: PrintTensor | undefined;
  readonly seen: Set<object>;
}

/** Finds what `inspect` alone would print badly, as far down as it would print. */
function look(value: unknown, depth: number, found: Found): void {
  if (typeof value !== "object" || value === null || found.seen.has(value)) return;
  if (found.seen.size > shownElements ** 2 || native.types.isProxy(value)) return;
  found.seen.add(value);
  const { print } = found;
  if (print !== undefined && isTensorSafely(value)) {
    printAsTensor(value, print);
    return;
  }
  if (native.ArrayBuffer.isView(value)) return;
  const keys = native.Array.isArray(value) ? [] : native.Object.keys(value);
  if (keys.length > mostProperties) found.large.add(value);
  if (depth <= 0) return;
  for (const child of children(value, keys)) look(child, depth - 1, found);
}

function* children(value: object, keys: readonly string[]): Iterable<unknown> {
  if (native.Array.isArray(value)) yield* value.slice(0, shownElements);
  else if (native.types.isMap(value) || native.types.isSet(value)) {
    let count = 0;
    for (const entry of value) {
      if (++count > shownElements) break;
      yield* native.types.isMap(value) ? (entry as unknown[]) : [entry];
    }
  }
  for (const key of keys.slice(0, shownElements)) {
    // What a getter would do is not known: `inspect` does not call it either.
    const descriptor = native.Object.getOwnPropertyDescriptor(value, key);
    if (descriptor !== undefined && "value" in descriptor) yield descriptor.value;
  }
}

function isTensorSafely(value: object): boolean {
  try {
    return isTensor(value);
  } catch {
    return false;
  }
}

/** Has `inspect` print all tensors of this kind as NumPy does, also within other values. */
function printAsTensor(tensor: object, print: PrintTensor): void {
  const prototype: unknown = native.Object.getPrototypeOf(tensor);
  if (typeof prototype !== "object" || prototype === null || custom in prototype) return;
  if (prototype === native.Object.prototype) return;
  const value = function (this: object): unknown {
    try {
      const text = print(this);
      // Rows stand one below the other, so they begin on a line of their own.
      return text.includes("\n") ? `\n${text}` : text;
    } catch {
      return this;
    }
  };
  native.Object.defineProperty(prototype, custom, { value, configurable: true, writable: true });
}

/** For as long as it takes: the only hook that every object of a cell has in common. */
function inspectCut(value: unknown, options: InspectOptions, large: ReadonlySet<object>): string {
  const prototype = native.Object.prototype as { [custom]?: unknown };
  const own = function (this: object, depth: number, inner: InspectOptions): unknown {
    return large.has(this) ? cut(this, { ...inner, depth }) : this;
  };
  native.Object.defineProperty(prototype, custom, { value: own, configurable: true, writable: true });
  try {
    return inspect(value, { ...options, customInspect: true });
  } finally {
    delete prototype[custom];
  }
}

function cut(value: object, options: InspectOptions): string {
  const keys = native.Object.keys(value);
  const part = native.Object.create(native.Object.getPrototypeOf(value)) as object;
  for (const key of keys.slice(0, shownProperties)) {
    const descriptor = native.Object.getOwnPropertyDescriptor(value, key);
    if (descriptor !== undefined) native.Object.defineProperty(part, key, descriptor);
  }
  const more = `... ${keys.length - shownProperties} more properties`;
  const text = inspect(part, options);
  return text.endsWith("\n}") ? `${text.slice(0, -2)},\n  ${more}\n}` : `${text} (${more})`;
}
