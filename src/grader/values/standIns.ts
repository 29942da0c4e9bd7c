import {
  apply,
  create,
  defineProperty,
  deleteProperty,
  mapGet,
  NativeError,
  NativeMap,
  NativePromise,
  NativeProxy,
} from "./primordials.js";
import { ownNames } from "./properties.js";

const objectPrototype = Object.prototype;
const { bind } = Function.prototype;

/** Defines a property as assigning does, but asks no prototype: `__proto__` is a name like any other. */
export function define(object: object, key: PropertyKey, value: unknown, enumerable = true): void {
  const descriptor = { __proto__: null, value, enumerable, writable: true, configurable: true };
  defineProperty(object, key, descriptor as PropertyDescriptor);
}

/** Defines a property that throws when it is read, as the one it stands for did. */
export function defineUnreadable(object: object, key: PropertyKey, reason: string): void {
  const get = (): never => {
    throw new NativeError(reason);
  };
  const descriptor = { __proto__: null, get, enumerable: true, configurable: true };
  defineProperty(object, key, descriptor as PropertyDescriptor);
}

/** Removes what `ownNames` lists; what is frozen stays. */
export function clearEntries(object: object): void {
  const { at, count } = ownNames(object, Number.MAX_SAFE_INTEGER);
  for (let i = 0; i < count; i++) deleteProperty(object, at[i]!);
}

export function setLength(array: unknown[], length: number): void {
  defineProperty(array, "length", { __proto__: null, value: length } as PropertyDescriptor);
}

/** Stands for a value that throws however it is looked at. */
export function unreadable(reason: string): object {
  const refuse = (): never => {
    throw new NativeError(reason);
  };
  const handler = create(null);
  for (let i = 0; i < traps.length; i++) define(handler, traps[i]!, refuse);
  return new NativeProxy(create(null), handler);
}

const traps = [
  "get",
  "set",
  "has",
  "deleteProperty",
  "defineProperty",
  "ownKeys",
  "getOwnPropertyDescriptor",
  "getPrototypeOf",
];

/** Stands for a promise: whether it settles is nothing that could be sent. */
export function promise(): object {
  return new NativePromise(() => {});
}

/** Stands for a function of the other side, which cannot be called from here. */
export function functionStandIn(name: string, length: number): object {
  const refuse = (): never => {
    throw new NativeError(
      `${name || "a function"} cannot be called here: only data crosses between a submission and its tests`,
    );
  };
  // Its text would be that of these lines, and tests put texts of answers into their messages.
  const f = apply(bind, refuse, []) as () => never;
  define(f, "name", name, false);
  define(f, "length", length, false);
  return f;
}

/** A prototype that carries a class's name and nothing else of it. */
export function classPrototype(name: string): object {
  const prototype = create(objectPrototype);
  const named = create(null);
  define(named, "name", name);
  define(prototype, "constructor", named, false);
  return prototype;
}

const errorClasses = new NativeMap<string, ErrorConstructor>();
for (const errorClass of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError])
  errorClasses.set(errorClass.name, errorClass as ErrorConstructor);

/** An error with what is known of one of the other side; of the same class where that is one of the language's. */
export function errorOf(name: string, message: string, stack: string): Error {
  const Class = (mapGet(errorClasses, name) ?? NativeError) as ErrorConstructor;
  const error = new Class(message);
  define(error, "message", message, false);
  if (Class === NativeError && name !== "Error") define(error, "name", name, false);
  define(error, "stack", stack, false);
  return error;
}
