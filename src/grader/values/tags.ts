/**
 * The first byte of every node. What follows is told in Encoder.ts, beside the code that writes it. Objects and functions
 * carry a number; a second mention in the same message is a `reference` to it. What comes before `unreadable` is no
 * object.
 */
export const tags = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  bigint: 5,
  negativeBigint: 6,
  string: 7,
  hole: 8,
  symbol: 9,
  unreadable: 10,
  reference: 11,
  array: 16,
  object: 17,
  map: 18,
  set: 19,
  date: 20,
  error: 21,
  typedArray: 22,
  tensor: 23,
  promise: 24,
  function: 25,
  other: 26,
} as const;

/** Goes first: a reader of another version must not guess. */
export const formatVersion = 1;

export interface TypedArrayKind {
  readonly name: string;
  readonly Class: new (buffer: ArrayBuffer) => object;
  /** Bytes of an element. */
  readonly size: number;
}

/** Taken before a student's code can put others in their place. */
export const typedArrayKinds: readonly TypedArrayKind[] = [
  { name: "Int8Array", Class: Int8Array, size: 1 },
  { name: "Uint8Array", Class: Uint8Array, size: 1 },
  { name: "Uint8ClampedArray", Class: Uint8ClampedArray, size: 1 },
  { name: "Int16Array", Class: Int16Array, size: 2 },
  { name: "Uint16Array", Class: Uint16Array, size: 2 },
  { name: "Int32Array", Class: Int32Array, size: 4 },
  { name: "Uint32Array", Class: Uint32Array, size: 4 },
  { name: "Float32Array", Class: Float32Array, size: 4 },
  { name: "Float64Array", Class: Float64Array, size: 8 },
  { name: "BigInt64Array", Class: BigInt64Array, size: 8 },
  { name: "BigUint64Array", Class: BigUint64Array, size: 8 },
];

/** What a tensor's elements are, the kind of array that holds them, and its bytes for an element. */
export const tensorKinds = [
  { dtype: "float32", holds: "Float64Array", Class: Float64Array, size: 8 },
  { dtype: "int32", holds: "Int32Array", Class: Int32Array, size: 4 },
  { dtype: "bool", holds: "Uint8Array", Class: Uint8Array, size: 1 },
] as const;

export const mostDimensions = 8;

/** What stands behind an object: Object.prototype, nothing, or a class. */
export const prototypes = { object: 0, none: 1, class: 2 } as const;
