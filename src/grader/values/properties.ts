import { attempt, cut, Unreadable } from "./attempt.js";
import { mostText, TooLarge } from "./limits.js";
import {
  create,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  mapHas,
  mapSet,
  NativeMap,
  ownKeys,
  toText,
} from "./primordials.js";
import { prototypes } from "./tags.js";

/** Names in the object's order. No array: its methods and setters belong to everybody. */
export interface Names {
  readonly at: Record<number, string>;
  count: number;
}

const objectPrototype = Object.prototype;
const mostPrototypes = 16;

/**
 * The names of an object's own enumerable properties.
 *
 * @param most how many bytes they may take
 * @param isLeftOut says which names are not wanted
 * @throws TooLarge, and whatever a proxy's traps throw
 */
export function ownNames(object: object, most: number, isLeftOut?: (name: string) => boolean): Names {
  const keys = ownKeys(object);
  const wanted: Names = { at: create(null), count: 0 };
  let bytes = 0;
  // To ask for a property takes a hundred times as long as to look at its name: names first.
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (typeof key !== "string" || isLeftOut?.(key)) continue;
    bytes += key.length + 2;
    if (bytes > most) throw new TooLarge(`an object with ${keys.length} properties`);
    wanted.at[wanted.count++] = key;
  }
  const names: Names = { at: create(null), count: 0 };
  for (let i = 0; i < wanted.count; i++) {
    if (getOwnPropertyDescriptor(object, wanted.at[i]!)?.enumerable === true)
      names.at[names.count++] = wanted.at[i]!;
  }
  return names;
}

/** Whether a name is an index or the length, which an array keeps otherwise than its other properties. */
export function isOfArray(name: string): boolean {
  const index = +name;
  return name === "length" || (index >= 0 && index < 2 ** 32 && index % 1 === 0 && toText(index) === name);
}

/**
 * The names of what an object has from its class: getters, and data on prototypes. Methods and hidden names are no
 * data.
 */
export function inheritedNames(object: object, most: number): Names {
  const names: Names = { at: create(null), count: 0 };
  const taken = new NativeMap<string, true>();
  let prototype = getPrototypeOf(object);
  for (let step = 0; step < mostPrototypes; step++) {
    if (prototype === null || prototype === objectPrototype) break;
    const keys = ownKeys(prototype);
    if (keys.length > most) throw new TooLarge(`a class with ${keys.length} properties`);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (typeof key !== "string" || key === "constructor" || key === "__proto__" || mapHas(taken, key))
        continue;
      mapSet(taken, key, true);
      if (getOwnPropertyDescriptor(object, key) === undefined && isData(prototype, key))
        names.at[names.count++] = key;
    }
    prototype = getPrototypeOf(prototype);
  }
  return names;
}

function isData(prototype: object, key: string): boolean {
  const descriptor = getOwnPropertyDescriptor(prototype, key);
  return descriptor !== undefined && (descriptor.get !== undefined || typeof descriptor.value !== "function");
}

/** A property's value, or that it cannot be read. */
export function read(object: object, key: PropertyKey): unknown {
  return attempt((): unknown => get(object, key));
}

/** A property's text, cut to a length; empty when it is none. */
export function readText(object: object, key: PropertyKey, length: number): string {
  const value = read(object, key);
  return typeof value === "string" ? cut(value, length) : "";
}

/** Whether an array has an element there, as far as it says. */
export function hasElement(array: object, index: number): boolean {
  const descriptor = attempt(() => getOwnPropertyDescriptor(array, toText(index)));
  return descriptor !== undefined || Unreadable.reasonOf(descriptor) !== undefined;
}

/** What stands behind an object, and the name of its class. */
export function classOf(object: object): { readonly kind: number; readonly name: string } {
  const prototype = getPrototypeOf(object);
  if (prototype === null) return { kind: prototypes.none, name: "" };
  if (prototype === objectPrototype) return { kind: prototypes.object, name: "" };
  return { kind: prototypes.class, name: className(prototype) };
}

/** The name of the class that a prototype belongs to; empty when it says none. */
export function className(prototype: object): string {
  const owner: unknown = getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof owner === "function" ? functionText(owner, "name") : "";
}

function functionText(f: object, key: string): string {
  const value: unknown = getOwnPropertyDescriptor(f, key)?.value;
  return typeof value === "string" ? cut(value, mostText.name) : "";
}

/** Name and length of a function, unless it hides them. */
export function signatureOf(f: object): { readonly name: string; readonly length: number } {
  const length: unknown = getOwnPropertyDescriptor(f, "length")?.value;
  const whole = typeof length === "number" && length >= 0 && length <= 255 && length % 1 === 0;
  return { name: functionText(f, "name"), length: whole ? length : 0 };
}
