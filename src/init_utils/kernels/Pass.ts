/** The sizes of a network's layers: inputs, two hidden layers, outputs. */
export type Sizes = readonly [n0: number, n1: number, n2: number, n3: number];

/** What one pass through the network is computed from. The arrays are only read. */
export interface Pass {
  readonly sizes: Sizes;
  /** The number of examples. */
  readonly m: number;
  /** The examples, (n0, m) row by row. */
  readonly X: Float64Array;
  /** W1 (n1, n0), W2 (n2, n1), W3 (n3, n2), row by row. */
  readonly W: readonly [Float64Array, Float64Array, Float64Array];
  /** b1, b2, b3. */
  readonly b: readonly [Float64Array, Float64Array, Float64Array];
}

/** Where each parameter starts in a block of all of them: W1, b1, W2, b2, W3, b3. */
export interface Offsets {
  readonly W: readonly [number, number, number];
  readonly b: readonly [number, number, number];
  readonly length: number;
}

export function parameterOffsets([n0, n1, n2, n3]: Sizes): Offsets {
  const b1 = n1 * n0;
  const W2 = b1 + n1;
  const b2 = W2 + n2 * n1;
  const W3 = b2 + n2;
  const b3 = W3 + n3 * n2;
  return { W: [0, W2, W3], b: [b1, b2, b3], length: b3 + n3 };
}
