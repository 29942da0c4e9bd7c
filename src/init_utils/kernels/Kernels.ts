/**
 * The inner loops of the training on one block of memory. Arguments named like matrices are addresses in bytes.
 *
 * A matrix of m columns lies row by row, each row filled up with zeros to `paddedColumns(m)` numbers.
 */
export interface Kernels {
  /** How they are computed. */
  readonly name: "WebAssembly SIMD" | "plain";
  /** The memory as doubles, at least `bytes` of it. A view from before may be detached when the memory grows. */
  memory(bytes: number): Float64Array;
  /** The first address that is free to use. */
  readonly start: number;
  /** out := W·A + b, then max(0, ·) if `relu`; W (o, i), A (i, m), b (o, 1), out (o, m). */
  affine(W: number, A: number, b: number, out: number, o: number, i: number, m: number, relu: boolean): void;
  /** out := Wᵀ·dz where A > 0, else 0; W (o, i), dz (o, m), A and out (i, m). */
  backward(W: number, dz: number, A: number, out: number, o: number, i: number, m: number): void;
  /** dW += dz·Aᵀ and db += the row sums of dz; dz (o, m), A (i, m), dW (o, i), db (o, 1). */
  outer(dz: number, A: number, dW: number, db: number, o: number, i: number, m: number): void;
  /** z := 1 / (1 + e^(-z)), for `count` numbers, a multiple of 8. */
  logistic(z: number, count: number): void;
  /** out := -y·ln(a) - (1 - y)·ln(1 - a), 0 where that is NaN; for `count` outputs 0 ≤ a ≤ 1, a multiple of 8. */
  losses(a: number, y: number, out: number, count: number): void;
  /** out := 1/examples · (a - y), multiplied as in NumPy; all (rows, m). */
  outputGradient(a: number, y: number, out: number, rows: number, m: number, examples: number): void;
}

/** How many numbers a row of m columns takes. */
export function paddedColumns(m: number): number {
  return Math.ceil(m / 8) * 8;
}
