import { pairwiseSum } from "./pairwiseSum.js";

/**
 * The arithmetic of a layer on plain row-major arrays of doubles, m columns wide (one per example).
 *
 * Written by hand because it is the inner loop of the training: rows are walked in memory order, sums run in
 * the order of the formula, and nothing is allocated but the result.
 */

/** W·A + b for W of shape (o, i), A of shape (i, m), b of shape (o, 1); the result has shape (o, m). */
export function affine(W: Float64Array, A: Float64Array, b: Float64Array, m: number): Float64Array {
  const o = b.length;
  const i = W.length / o;
  const z = new Float64Array(o * m);
  for (let row = 0; row < o; row++) {
    for (let k = 0; k < i; k++) addScaledRow(z, row, W[row * i + k]!, A, k, m);
    const bias = b[row]!;
    for (let j = row * m; j < (row + 1) * m; j++) z[j]! += bias;
  }
  return z;
}

/** Wᵀ·dz for W of shape (o, i) and dz of shape (o, m); the result has shape (i, m). */
export function transposedProduct(W: Float64Array, dz: Float64Array, o: number, m: number): Float64Array {
  const i = W.length / o;
  const da = new Float64Array(i * m);
  for (let row = 0; row < i; row++) {
    for (let k = 0; k < o; k++) addScaledRow(da, row, W[k * i + row]!, dz, k, m);
  }
  return da;
}

/** dz·Aᵀ for dz of shape (o, m) and A of shape (i, m); the result has shape (o, i). */
export function outerProduct(dz: Float64Array, A: Float64Array, m: number): Float64Array {
  const o = dz.length / m;
  const i = A.length / m;
  const dW = new Float64Array(o * i);
  for (let row = 0; row < o; row++) {
    for (let column = 0; column < i; column++) dW[row * i + column] = rowDot(dz, row, A, column, m);
  }
  return dW;
}

/** The sum of every row of dz, shape (o, m); the result has shape (o, 1). */
export function rowSums(dz: Float64Array, m: number): Float64Array {
  const sums = new Float64Array(dz.length / m);
  for (let row = 0; row < sums.length; row++) sums[row] = pairwiseSum(dz, row * m, m);
  return sums;
}

/** max(0, z), element by element. */
export function rectified(z: Float64Array): Float64Array {
  const a = new Float64Array(z.length);
  for (let j = 0; j < z.length; j++) a[j] = Math.max(0, z[j]!);
  return a;
}

/** da where the unit was active (a > 0), else 0. */
export function whereActive(da: Float64Array, a: Float64Array): Float64Array {
  const dz = new Float64Array(da.length);
  for (let j = 0; j < da.length; j++) dz[j] = da[j]! * (a[j]! > 0 ? 1 : 0);
  return dz;
}

function addScaledRow(
  to: Float64Array,
  row: number,
  factor: number,
  from: Float64Array,
  k: number,
  m: number,
): void {
  const target = row * m;
  const source = k * m;
  for (let j = 0; j < m; j++) to[target + j]! += factor * from[source + j]!;
}

function rowDot(a: Float64Array, rowOfA: number, b: Float64Array, rowOfB: number, m: number): number {
  const startA = rowOfA * m;
  const startB = rowOfB * m;
  let sum = 0;
  for (let j = 0; j < m; j++) sum += a[startA + j]! * b[startB + j]!;
  return sum;
}
