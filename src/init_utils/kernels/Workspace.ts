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
  forward(pass: Pass): Layout {
    const layout = this.#prepare(pass);
    if (this.#resident !== pass && pass.m <= layout.columns) {
      this.#computeChunk(pass, layout, 0, pass.m);
      this.#resident = pass;
    }
    return layout;
  }

  /** a3 of a pass, (n3, m) row by row. */
  outputs(pass: Pass): Float64Array {
    const a3 = new Float64Array(pass.sizes[3] * pass.m);
    this.#chunks(pass, (layout, start, count) => this.#store(layout.a3, a3, pass.m, start, count));
    return a3;
  }

  /** The losses of a pass, summed over outputs and examples. */
  totalLoss(pass: Pass, Y: Numbers): number {
    const layout = this.forward(pass);
    if (this.#resident === pass && pass.sizes[3] === 1) {
      // One row in one piece is summed where it lies.
      this.#lossesOfChunk(layout, Y, pass.m, 0, pass.m);
      return pairwiseSum(this.#memory, layout.losses / 8, pass.m);
    }
    const losses = new Float64Array(Y.length);
    this.#chunks(pass, (layout, start, count) => {
      this.#lossesOfChunk(layout, Y, pass.m, start, count);
      this.#store(layout.losses, losses, pass.m, start, count);
    });
    return pairwiseSum(losses, 0, losses.length);
  }

  /** dW1, db1, dW2, db2, dW3, db3 of a pass in one block, laid out as `parameterOffsets` says. */
  gradients(pass: Pass, Y: Numbers): Float64Array {
    const { gradients, length } = this.#prepare(pass);
    this.#memory.fill(0, gradients / 8, gradients / 8 + length);
    this.#chunks(pass, (layout, start, count) => {
      this.#load(layout.y, Y, pass.m, start, count);
      this.#backwardChunk(layout, count, pass.m);
    });
    return this.#memory.slice(gradients / 8, gradients / 8 + length);
  }

  /** Calls `use` for every chunk of the examples, while the layers of that chunk are in memory. */
  #chunks(pass: Pass, use: (layout: Layout, start: number, count: number) => void): void {
    const layout = this.forward(pass);
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
    if (old?.m === m && sizes.every((size, l) => size === old.sizes[l])) return old;
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
    for (let l = 0; l < 3; l++) {
      this.#memory.set(W[l]!, at.W[l]! / 8);
      this.#memory.set(b[l]!, at.b[l]! / 8);
    }
    this.#load(at.x, X, m, start, count);
    affine(at.W[0], at.x, at.b[0], at.a1, n1, n0, count, true);
    affine(at.W[1], at.a1, at.b[1], at.a2, n2, n1, count, true);
    affine(at.W[2], at.a2, at.b[2], at.a3, n3, n2, count, false);
    logistic(at.a3, n3 * paddedColumns(count));
  }

  #lossesOfChunk(at: Layout, Y: Numbers, m: number, start: number, count: number): void {
    this.#load(at.y, Y, m, start, count);
    this.#kernels.losses(at.a3, at.y, at.losses, at.sizes[3] * paddedColumns(count));
  }

  #backwardChunk(at: Layout, count: number, examples: number): void {
    const [n0, n1, n2, n3] = at.sizes;
    const { outputGradient, outer, backward } = this.#kernels;
    outputGradient(at.a3, at.y, at.dz3, n3, count, examples);
    outer(at.dz3, at.a2, at.dW[2], at.db[2], n3, n2, count);
    backward(at.W[2], at.dz3, at.a2, at.dz2, n3, n2, count);
    outer(at.dz2, at.a1, at.dW[1], at.db[1], n2, n1, count);
    backward(at.W[1], at.dz2, at.a1, at.dz1, n2, n1, count);
    outer(at.dz1, at.x, at.dW[0], at.db[0], n1, n0, count);
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
