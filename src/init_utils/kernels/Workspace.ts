import { type Kernels, paddedColumns } from "./Kernels.js";
import { type Layout, layOut } from "./layOut.js";
import type { Pass } from "./Pass.js";
import { pairwiseSum } from "./pairwiseSum.js";

/** What the numbers of a tensor come in. */
export type Numbers = Float64Array | Int32Array | Uint8Array;

/**
 * Runs passes through the network in the kernels' memory.
 *
 * The memory holds the layers of one pass at a time, the resident one. What is asked of it costs nothing more than
 * reading; what is asked of another pass is computed again. So a pass needs no memory of its own, and training allocates
 * next to nothing.
 */
export class Workspace {
  readonly #kernels: Kernels;
  #layout: Layout | undefined;
  #memory: Float64Array = new Float64Array(0);
  #resident: Pass | undefined;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
  }

  /** Makes a pass resident, if its examples fit into the memory at once. */
  forward(pass: Pass): void {
    const layout = this.#prepare(pass);
    if (pass.m > layout.columns || this.#resident === pass) return;
    this.#computeChunk(pass, layout, 0, pass.m);
    this.#resident = pass;
  }

  /** a3 of a pass, (n3, m) row by row. */
  outputs(pass: Pass): Float64Array {
    const a3 = new Float64Array(pass.sizes[3] * pass.m);
    this.#chunks(pass, (layout, start, count) => this.#store(layout.a3, a3, pass.m, start, count));
    return a3;
  }

  /** The losses of a pass, summed over outputs and examples. */
  totalLoss(pass: Pass, Y: Numbers): number {
    const losses = new Float64Array(Y.length);
    this.#chunks(pass, (layout, start, count) => {
      this.#load(layout.y, Y, pass.m, start, count);
      this.#kernels.losses(layout.a3, layout.y, layout.losses, pass.sizes[3] * paddedColumns(count));
      this.#store(layout.losses, losses, pass.m, start, count);
    });
    return pairwiseSum(losses, 0, losses.length);
  }

  /** dW1, db1, dW2, db2, dW3, db3 of a pass in one block, laid out as `parameterOffsets` says. */
  gradients(pass: Pass, Y: Numbers): Float64Array {
    const { gradients, offsets } = this.#prepare(pass);
    this.#memory.fill(0, gradients / 8, gradients / 8 + offsets.length);
    this.#chunks(pass, (layout, start, count) => {
      this.#load(layout.y, Y, pass.m, start, count);
      this.#backwardChunk(layout, count, pass.m);
    });
    return this.#memory.slice(gradients / 8, gradients / 8 + offsets.length);
  }

  /** Calls `use` for every chunk of the examples, while the layers of that chunk are in memory. */
  #chunks(pass: Pass, use: (layout: Layout, start: number, count: number) => void): void {
    this.forward(pass);
    const layout = this.#prepare(pass);
    if (this.#resident === pass) {
      use(layout, 0, pass.m);
      return;
    }
    for (let start = 0; start < pass.m; start += layout.columns) {
      const count = Math.min(layout.columns, pass.m - start);
      this.#computeChunk(pass, layout, start, count);
      use(layout, start, count);
    }
  }

  #prepare({ sizes, m }: Pass): Layout {
    const old = this.#layout;
    if (old && old.m === m && sizes.every((size, l) => size === old.sizes[l])) return old;
    const layout = layOut(sizes, m, this.#kernels.start);
    this.#memory = this.#kernels.memory(layout.end);
    this.#resident = undefined;
    this.#layout = layout;
    return layout;
  }

  #computeChunk({ sizes, X, W, b, m }: Pass, at: Layout, start: number, count: number): void {
    const [n0, n1, n2, n3] = sizes;
    const { affine, logistic } = this.#kernels;
    this.#resident = undefined;
    const [W1, W2, W3] = W.map((values, l) => this.#put(at.parameters + 8 * at.offsets.W[l]!, values));
    const [b1, b2, b3] = b.map((values, l) => this.#put(at.parameters + 8 * at.offsets.b[l]!, values));
    this.#load(at.x, X, m, start, count);
    affine(W1!, at.x, b1!, at.a1, n1, n0, count, true);
    affine(W2!, at.a1, b2!, at.a2, n2, n1, count, true);
    affine(W3!, at.a2, b3!, at.a3, n3, n2, count, false);
    logistic(at.a3, n3 * paddedColumns(count));
  }

  #backwardChunk(at: Layout, count: number, examples: number): void {
    const [n0, n1, n2, n3] = at.sizes;
    const { outputGradient, outer, backward } = this.#kernels;
    const [W1, W2, W3] = at.offsets.W.map((offset) => at.gradients + 8 * offset);
    const [b1, b2, b3] = at.offsets.b.map((offset) => at.gradients + 8 * offset);
    const weights = (l: 1 | 2): number => at.parameters + 8 * at.offsets.W[l];
    outputGradient(at.a3, at.y, at.dz3, n3, count, examples);
    outer(at.dz3, at.a2, W3!, b3!, n3, n2, count);
    backward(weights(2), at.dz3, at.a2, at.dz2, n3, n2, count);
    outer(at.dz2, at.a1, W2!, b2!, n2, n1, count);
    backward(weights(1), at.dz2, at.a1, at.dz1, n2, n1, count);
    outer(at.dz1, at.x, W1!, b1!, n1, n0, count);
  }

  #put(address: number, values: Float64Array): number {
    this.#memory.set(values, address / 8);
    return address;
  }

  /** Copies columns `start` to `start + count` of a matrix of m columns into the memory, and fills its rows up with zeros. */
  #load(address: number, values: Numbers, m: number, start: number, count: number): void {
    const columns = paddedColumns(count);
    for (let row = 0, to = address / 8; row * m < values.length; row++, to += columns) {
      const from = row * m + start;
      this.#memory.set(values.subarray(from, from + count), to);
      this.#memory.fill(0, to + count, to + columns);
    }
  }

  /** Copies a matrix of the memory into columns `start` to `start + count` of one of m columns. */
  #store(address: number, values: Float64Array, m: number, start: number, count: number): void {
    const columns = paddedColumns(count);
    for (let row = 0, from = address / 8; row * m < values.length; row++, from += columns) {
      values.set(this.#memory.subarray(from, from + count), row * m + start);
    }
  }
}
