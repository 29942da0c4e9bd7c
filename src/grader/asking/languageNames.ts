/** What plain JavaScript has; taken from the language's specification, with nothing of Node's. */
export const languageNames: ReadonlySet<string> = new Set(
  (
    "globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI " +
    "encodeURIComponent escape unescape AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean " +
    "DataView Date Error EvalError FinalizationRegistry Float32Array Float64Array Function Int8Array Int16Array " +
    "Int32Array Map Number Object Promise Proxy RangeError ReferenceError RegExp Set SharedArrayBuffer String Symbol " +
    "SyntaxError TypeError Uint8Array Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet " +
    "Atomics JSON Math Reflect Intl console"
  ).split(" "),
);
