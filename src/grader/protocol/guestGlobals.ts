/*
 * What a cell finds on globalThis: ECMAScript, and of the rest what the kernel has there too and a computation may
 * need. To hide the others is tidiness, not a wall: the walls are Deno's permissions and what stands around the
 * process.
 */

const ecmaScript = `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON
  Math Intl ArrayBuffer Atomics DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect FinalizationRegistry
  WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN
  SharedArrayBuffer WebAssembly Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array
  Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DisposableStack AsyncDisposableStack
  SuppressedError`;
const fromThePlatform = `global queueMicrotask structuredClone performance atob btoa TextEncoder TextDecoder URL
  URLSearchParams AbortController AbortSignal Event EventTarget DOMException`;
const madeByTheGuest = `console process crypto setTimeout setInterval setImmediate clearTimeout clearInterval
  clearImmediate`;

/** What the guest leaves as it is. */
export const keptGlobals: readonly string[] = `${ecmaScript} ${fromThePlatform}`.split(/\s+/);
/** What it leaves as it is, and which takes long to load: only for those who ask for it. */
export const globalsOnDemand: readonly string[] = ["Buffer"];
/** All of them; a cell that declares one of these names needs a shadow of it. */
export const guestGlobals: readonly string[] = [
  ...keptGlobals,
  ...globalsOnDemand,
  ...madeByTheGuest.split(/\s+/),
];
