/**
 * The globals that nearly every cell uses and ECMAScript does not have. They stand in for Node's own types, which
 * take the compiler longer to read than all the rest, until a cell names something that only those have. So they are
 * no stricter than those: `any` where Node's types say `any`.
 */
export const basicGlobals = `
interface Console {
  assert(condition?: boolean, ...data: any[]): void;
  clear(): void;
  count(label?: string): void;
  countReset(label?: string): void;
  debug(...data: any[]): void;
  dir(item?: any, options?: any): void;
  dirxml(...data: any[]): void;
  error(...data: any[]): void;
  group(...data: any[]): void;
  groupCollapsed(...data: any[]): void;
  groupEnd(): void;
  info(...data: any[]): void;
  log(...data: any[]): void;
  table(data?: any, properties?: readonly string[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  trace(...data: any[]): void;
  warn(...data: any[]): void;
}
declare var console: Console;
interface Timer {
  ref(): this;
  unref(): this;
  hasRef(): boolean;
  refresh(): this;
  [Symbol.toPrimitive](): number;
}
declare function setTimeout(callback: (_: void) => void, ms?: number): Timer;
declare function setTimeout<A extends any[]>(callback: (...args: A) => void, ms?: number, ...args: A): Timer;
declare function setInterval(callback: (_: void) => void, ms?: number): Timer;
declare function setInterval<A extends any[]>(callback: (...args: A) => void, ms?: number, ...args: A): Timer;
declare function setImmediate(callback: (_: void) => void): Timer;
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): Timer;
declare function clearTimeout(timer: Timer | string | number | undefined): void;
declare function clearInterval(timer: Timer | string | number | undefined): void;
declare function clearImmediate(timer: Timer | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T, options?: { transfer?: readonly any[] }): T;
`;

const inBasicGlobals = `console setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate
  queueMicrotask structuredClone`;

const inEcmaScript = `AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date
  Error EvalError FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array
  Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer
  String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef
  WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat
  parseInt undefined unescape`;

const known: ReadonlySet<string> = new Set(`${inBasicGlobals} ${inEcmaScript}`.split(/\s+/));
const onlyInNode: ReadonlySet<string> = new Set(["NodeJS", "require", "module", "__dirname", "__filename"]);

/** Whether some of the names can only be explained by the types of the engine's platform. */
export function needPlatformTypes(names: Iterable<string>, globals: ReadonlySet<string>): boolean {
  for (const name of names) {
    if (onlyInNode.has(name) || (globals.has(name) && !known.has(name))) return true;
  }
  return false;
}
