import * as core from "#tf-core";
import { describe } from "../arguments/index.js";
import type { Tensor } from "./Tensor.js";

/** What `tf.tidy` can look through: tensors, arrays and objects of them, and anything that holds none. */
export type TensorContainer = unknown;

/** How many tensors there are. */
export interface MemoryInfo {
  /** Tensors that were made and not disposed. Those that went away by themselves are still counted. */
  readonly numTensors: number;
  /** Blocks of elements; tensors can share one. */
  readonly numDataBuffers: number;
  /** Bytes in those blocks: 8 per floating-point number, 4 per whole number, 1 per boolean. */
  readonly numBytes: number;
}

/**
 * Runs a function and frees at once all tensors made in it, but for those it returns.
 *
 * Never needed for correctness: a tensor that nothing refers to goes away by itself.
 *
 * @param fn returns what stays: a tensor of any shape, or an array or object with tensors in it
 * @returns what `fn` returned
 * @throws TypeError when `fn` is no function, or when it is asynchronous
 * @example
 * str(tf.tidy(() => tf.add(tf.square(2), 1))); // 5.0
 */
export function tidy<T extends TensorContainer>(fn: () => T): T;
export function tidy<T extends TensorContainer>(name: string, fn: () => T): T;
export function tidy<T extends TensorContainer>(
  ...parameters: [fn: () => T] | [name: string, fn: () => T]
): T {
  const fn = parameters[parameters.length - 1];
  if (typeof fn !== "function") {
    throw new TypeError(`tf.tidy: fn must be a function, but it is ${describe(fn)}`);
  }
  return core.tidy(() => {
    const result = fn();
    if (typeof (result as { then?: unknown } | null | undefined)?.then !== "function") return result;
    throw new TypeError(
      "tf.tidy: fn must not be asynchronous, but it returned a promise: await before or after tf.tidy",
    );
  });
}

/**
 * Keeps a tensor that was made inside `tf.tidy` when that ends.
 *
 * @returns the same tensor
 * @throws TypeError when `tensor` is no tensor of this package
 * @example
 * str(tf.keep(tf.scalar(1))); // 1.0
 */
export function keep<T extends Tensor>(tensor: T): T {
  if (tensor instanceof core.Tensor) return core.keep(tensor);
  throw new TypeError(`tf.keep: tensor must be a tensor, but it is ${describe(tensor)}`);
}

/**
 * Frees the tensors in an array or object (or one tensor) at once. Computing with them afterwards throws.
 *
 * @example
 * tf.dispose([tf.scalar(1)]); // undefined
 */
export function dispose(container: TensorContainer): void {
  core.dispose(container);
}

/**
 * Counts the tensors that were made and not disposed, of any shape, and the bytes of their elements.
 *
 * @example
 * tf.tidy(() => tf.memory().numTensors) - tf.memory().numTensors; // 0
 */
export function memory(): MemoryInfo {
  const { numTensors, numDataBuffers, numBytes } = core.memory();
  return { numTensors, numDataBuffers, numBytes };
}
