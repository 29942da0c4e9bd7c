import { Buffer } from "node:buffer";
import process from "node:process";
import { clearImmediate, clearTimeout, setImmediate } from "node:timers";
import { format, types } from "node:util";

/**
 * What the engine uses of JavaScript and Node.js. A cell may declare a class Map or a variable process of its own,
 * which hides the global one from every module; so the engine takes them from here.
 */
export const native = {
  AbortController,
  AggregateError,
  Array,
  ArrayBuffer,
  Atomics,
  Boolean,
  Buffer,
  Error,
  Int32Array,
  JSON,
  Map,
  Math,
  Number,
  Object,
  Promise,
  Reflect,
  Set,
  SharedArrayBuffer,
  String,
  SyntaxError,
  TypeError,
  Uint8Array,
  clearImmediate,
  clearTimeout,
  format,
  process,
  setImmediate,
  types,
} as const;
