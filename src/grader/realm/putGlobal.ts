import { defineProperty } from "../values/primordials.js";

/** Makes a global that a submission can replace, as the platform's own are. */
export function putGlobal(name: PropertyKey, value: unknown): void {
  put(globalThis, name, value);
}

export function put(object: object, name: PropertyKey, value: unknown): void {
  defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });
}
