/**
 * What this folder uses of the language, taken before a student's code runs. That code may replace every one of these,
 * so nothing here goes through a global, a method or an iterator: no `for … of`, no spread, no `array.push`.
 */
export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
} = Reflect;
export const { isArray } = Array;
export const { create, is } = Object;
export const { isSafeInteger } = Number;
export const { fromCharCode } = String;
export const { min } = Math;

type Method = (...parameters: never[]) => unknown;

// `bound` holds the method itself: to call it looks nothing up.
const { bind, call } = Function.prototype;
const withThis: (method: Method) => Method = bind.bind(call as Method) as (method: Method) => Method;

function method<This, A extends unknown[], R>(f: Method): (self: This, ...parameters: A) => R {
  return withThis(f) as unknown as (self: This, ...parameters: A) => R;
}

function getter<This, R>(prototype: object, key: PropertyKey): (self: This) => R {
  return method<This, [], R>(Object.getOwnPropertyDescriptor(prototype, key)!.get as Method);
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;

export const NativeMap = Map;
export const NativeSet = Set;
export const NativeDate = Date;
export const NativeArrayBuffer = ArrayBuffer;
export const NativeUint8Array = Uint8Array;
export const NativeDataView = DataView;
export const NativePromise = Promise;
export const NativeError = Error;
export const NativeProxy = Proxy;
export const nativeGlobal: object = globalThis;

export const toBigInt: (value: string) => bigint = BigInt;
export const toSymbol: (description?: string) => symbol = Symbol;
export const toText: (value: unknown) => string = String;

type AnyMap = ReadonlyMap<unknown, unknown>;
export const mapGet = method<AnyMap, [unknown], unknown>(Map.prototype.get as Method);
export const mapHas = method<AnyMap, [unknown], boolean>(Map.prototype.has as Method);
export const mapSet = method<AnyMap, [unknown, unknown], unknown>(Map.prototype.set as Method);
export const mapClear = method<AnyMap, [], void>(Map.prototype.clear as Method);
export const mapEach = method<AnyMap, [(value: unknown, key: unknown) => void], void>(
  Map.prototype.forEach as Method,
);
export const mapSize = getter<AnyMap, number>(Map.prototype, "size");

type AnySet = ReadonlySet<unknown>;
export const setAdd = method<AnySet, [unknown], unknown>(Set.prototype.add as Method);
export const setClear = method<AnySet, [], void>(Set.prototype.clear as Method);
export const setEach = method<AnySet, [(value: unknown) => void], void>(Set.prototype.forEach as Method);
export const setSize = getter<AnySet, number>(Set.prototype, "size");

export const getTime = method<Date, [], number>(Date.prototype.getTime as Method);
export const setTime = method<Date, [number], number>(Date.prototype.setTime as Method);
export const charCodeAt = method<string, [number], number>(String.prototype.charCodeAt as Method);
export const slice = method<string, [number, number], string>(String.prototype.slice as Method);
export const bigIntToString = method<bigint, [number], string>(BigInt.prototype.toString as Method);
export const descriptionOf = getter<symbol, string | undefined>(Symbol.prototype, "description");
export const promiseThen = method<object, [unknown, () => void], unknown>(Promise.prototype.then as Method);
export const hasInstance = method<object, [unknown], boolean>(
  Function.prototype[Symbol.hasInstance] as Method,
);

/** A view of some of the bytes of a typed array. */
export function bytesOf(array: object, start: number, length: number): Uint8Array {
  return new NativeUint8Array(bufferOf(array), byteOffsetOf(array) + start, length);
}

/** The name of a typed array's kind, which nobody can change; undefined for everything else. */
export const typedArrayKind = getter<unknown, string | undefined>(typedArray, Symbol.toStringTag);
export const byteLengthOf = getter<object, number>(typedArray, "byteLength");
export const byteOffsetOf = getter<object, number>(typedArray, "byteOffset");
export const bufferOf = getter<object, ArrayBuffer>(typedArray, "buffer");
export const copyInto = method<Uint8Array, [Uint8Array, number], void>(Uint8Array.prototype.set as Method);
export const getFloat = method<DataView, [number], number>(DataView.prototype.getFloat64 as Method);
export const setFloat = method<DataView, [number, number], void>(DataView.prototype.setFloat64 as Method);
