/*
 * What a cell finds on globalThis beyond ECMAScript: what the kernel has there and a computation may need. This is
 * tidiness, not a wall: the walls are Deno's permissions and what stands around the process.
 */
const ecmaScript = `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON
  Math Intl ArrayBuffer Atomics DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect FinalizationRegistry
  WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN
  SharedArrayBuffer WebAssembly Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array
  Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DisposableStack AsyncDisposableStack
  SuppressedError`;
const alsoInTheKernel = `console global queueMicrotask structuredClone performance atob btoa TextEncoder TextDecoder
  URL URLSearchParams AbortController AbortSignal Event EventTarget DOMException`;

/** There once somebody asks for them: to load them takes as long as all the rest. */
const onDemand = ["Buffer"];

/** Removes every other global; returns what brings those back that are only loaded when they are used. */
export function hideGlobals(): () => void {
  const later = onDemand.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const kept = new Set(`${ecmaScript} ${alsoInTheKernel}`.split(/\s+/));
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!kept.has(name)) Reflect.deleteProperty(globalThis, name);
  return () => {
    for (const [name, descriptor] of later)
      if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
  };
}
