import { describe } from "../arguments/describe.js";
import { isTensor } from "../arguments/expectTensor.js";
import type { RandomState } from "./RandomState.js";

/** The arrays of numbers that JavaScript has. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/** Brings the entries of an array into random order, from the last to the second, each change equally likely. */
export function shuffle(state: RandomState, array: unknown[] | TypedArray): void {
  if (!isArray(array)) {
    const hint = isTensor(array)
      ? "; a tensor never changes: random.permutation(tensor) makes a shuffled one"
      : "";
    throw new TypeError(`random.shuffle: array must be an array, but it is ${describe(array)}${hint}`);
  }
  for (let i = array.length - 1; i > 0; i--) {
    const j = state.interval(i);
    const kept = array[i];
    array[i] = array[j];
    array[j] = kept;
  }
}

/** Whether something is a plain or a typed array. */
export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
