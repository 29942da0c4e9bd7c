import { Buffer } from "node:buffer";
import process from "node:process";
import { clearImmediate, clearTimeout, setImmediate } from "node:timers";

/**
 * What the engine uses of JavaScript and Node.js. A cell may declare a class Map or a variable process of its own,
 * which hides the global one from every module; so the engine takes them from here.
 */
export const native = {
  AggregateError,
  Array,
  Atomics,
  Buffer,
  Error,
  Int32Array,
  JSON,
  Math,
  Number,
  Object,
  Reflect,
  Set,
  SharedArrayBuffer,
  String,
  SyntaxError,
  TypeError,
  Uint8Array,
  clearImmediate,
  clearTimeout,
  process,
  setImmediate,
} as const;
