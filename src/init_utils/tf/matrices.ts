import * as core from "#tf-core";
import { expectAxes } from "../arguments/expectAxis.js";
import { describe, shapeText } from "../arguments/index.js";
import type { Axes, NormOrder, Tensor, Tensor2D, TensorLike } from "../tensor/Tensor.js";
import { toFloats, toNumbers } from "../tensor/toTensor.js";

/**
 * The matrix product: c[i][j] = Σₖ a[i][k] · b[k][j].
 *
 * Tensors with more than two dimensions are stacks of matrices, multiplied one by one.
 *
 * @param a shape (…, m, k), or (…, k, m) with `transposeA`
 * @param b shape (…, k, n), or (…, n, k) with `transposeB`
 * @returns shape (…, m, n)
 * @throws TypeError when an argument is no matrix, or when the columns of a are not as many as the rows of b
 * @example
 * str(tf.matMul([[1, 2]], [[3], [4]])); // [[11.]]
 */
export function matMul<T extends Tensor = Tensor>(
  a: TensorLike,
  b: TensorLike,
  transposeA = false,
  transposeB = false,
): T {
  const [x, y] = [toNumbers("tf.matMul", "a", a), toNumbers("tf.matMul", "b", b)];
  expectMatrices("a", x);
  expectMatrices("b", y);
  const columns = x.shape[x.rank - (transposeA ? 2 : 1)];
  const rows = y.shape[y.rank - (transposeB ? 1 : 2)];
  if (columns !== rows) {
    const names = `${transposeA ? "a (transposed)" : "a"} must have as many columns as ${transposeB ? "b (transposed)" : "b"} has rows`;
    const shapes = `a has shape ${shapeText(x.shape)} and b has shape ${shapeText(y.shape)}`;
    throw new TypeError(`tf.matMul: ${names}, but it is ${columns} and ${rows}: ${shapes}`);
  }
  return core.matMul(x, y, transposeA, transposeB);
}

function expectMatrices(argumentName: string, x: Tensor): void {
  if (x.rank >= 2) return;
  const advice = "make a row with `.reshape([1, -1])` or a column with `.reshape([-1, 1])`";
  throw new TypeError(`tf.matMul: ${argumentName} must be a matrix, but it is ${describe(x)}; ${advice}`);
}

/**
 * The dot product of two vectors (Σ aᵢ · bᵢ), or the product of a matrix and a vector, or of two matrices.
 *
 * @param a of shape [n] or [m, n]
 * @param b of shape [n] or [n, k]
 * @returns a tensor of shape [], [m], [k] or [m, k]: the axes that are not summed over
 * @throws TypeError when an argument is no vector and no matrix, or when the inner sizes differ
 * @example
 * str(tf.dot([1, 2], [3, 4])); // 11.0
 */
export function dot<T extends Tensor = Tensor>(a: TensorLike, b: TensorLike): T {
  const [x, y] = [toNumbers("tf.dot", "a", a), toNumbers("tf.dot", "b", b)];
  const isFitting =
    [x, y].every(({ rank }) => rank === 1 || rank === 2) && x.shape[x.rank - 1] === y.shape[0];
  if (!isFitting) {
    const expected =
      "the last size of a (a vector or a matrix) must be the first size of b (a vector or a matrix)";
    const came = `a has shape ${shapeText(x.shape)} and b has shape ${shapeText(y.shape)}`;
    throw new TypeError(`tf.dot: ${expected}, but ${came}`);
  }
  return core.dot(x, y);
}

/**
 * The outer product of two vectors: c[i][j] = a[i] · b[j].
 *
 * @returns shape (m, n) for vectors of m and n numbers
 * @throws TypeError when an argument is no vector
 * @example
 * str(tf.outerProduct([2], [3, 4])); // [[6. 8.]]
 */
export function outerProduct(a: TensorLike, b: TensorLike): Tensor2D {
  const [x, y] = [toNumbers("tf.outerProduct", "a", a), toNumbers("tf.outerProduct", "b", b)];
  for (const [name, vector] of Object.entries({ a: x, b: y })) {
    if (vector.rank !== 1)
      throw new TypeError(`tf.outerProduct: ${name} must be a vector, but it is ${describe(vector)}`);
  }
  return core.outerProduct(x, y);
}

/**
 * The norm of vectors, (Σ |x|ᵖ)^(1/p), or of matrices.
 *
 * @param order 1, 2 (or "euclidean"), Infinity or -Infinity (the largest and smallest |x|); of matrices "euclidean" (or
 *   "fro": the root of the sum of squares), 1 (the largest column sum of |x|), Infinity or -Infinity (the largest and
 *   smallest row sum)
 * @param axis one axis for vectors, two for matrices; left out, x counts as one long vector
 * @param keepDims whether the axes stay, with size 1
 * @throws TypeError when `x` is neither a tensor nor numbers, RangeError when there is no such order or axis
 * @example
 * str(tf.norm([3, 4])); // 5.0
 */
export function norm<T extends Tensor = Tensor>(
  x: TensorLike,
  order: NormOrder = "euclidean",
  axis?: Axes,
  keepDims = false,
): T {
  const tensor = toFloats("tf.norm", "x", x);
  const axes = expectAxes("tf.norm", axis, tensor.shape).sort((m, n) => m - n);
  const isMatrix = axis !== undefined && axes.length === 2;
  if (axis !== undefined && axes.length !== 1 && !isMatrix) {
    throw new RangeError(`tf.norm: axis must be one axis or two, but it is ${describe(axis)}`);
  }
  const known: unknown[] = ["euclidean", "fro", 1, Infinity, -Infinity, ...(isMatrix ? [] : [2])];
  if (!known.includes(order)) {
    throw new RangeError(
      `tf.norm: order must be one of ${known.map(String).join(", ")}, but it is ${describe(order)}`,
    );
  }
  const chosen = order === "fro" ? "euclidean" : order;
  const whole = keepDims && axis === undefined ? tensor.shape.map(() => 1) : undefined;
  const result = core.norm<T>(
    tensor,
    chosen,
    axis === undefined ? undefined : axes,
    keepDims && axis !== undefined,
  );
  return whole ? core.reshape(result, whole) : result;
}
