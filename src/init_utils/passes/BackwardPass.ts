import { outerProduct, rowSums, transposedProduct, whereActive } from "../kernels/matrices.js";
import { parameterOffsets, type Sizes } from "../kernels/Pass.js";
import { sharedWorkspace } from "../kernels/sharedWorkspace.js";
import type { Cache, Gradients } from "../network/types.js";
import { deferredTensor } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import type { Tensor } from "../tensor/Tensor.js";
import { type ForwardPass, intactPass } from "./ForwardPass.js";

/**
 * The way back through the network.
 *
 * Of a cache just as `forward_propagation` returned it, the gradients of the parameters are computed at once, by the
 * kernels; of any other one from what it holds, when somebody looks. The gradients of z and a are always computed
 * when somebody looks.
 */
export class BackwardPass {
  readonly #sizes: Sizes;
  readonly #m: number;
  readonly #Y: Tensor;
  readonly #cache: Cache;
  readonly #X: Float64Array;
  readonly #block: Float64Array | undefined;

  constructor(X: Tensor, Y: Tensor, cache: Cache) {
    const [n0, m] = X.shape as [number, number];
    const rows = (tensor: Tensor): number => tensor.shape[0]!;
    this.#sizes = [n0, rows(cache.a1), rows(cache.a2), rows(cache.a3)];
    this.#m = m;
    this.#X = doubles(X);
    this.#Y = Y;
    this.#cache = { ...cache };
    const pass: ForwardPass | undefined = intactPass(X, cache);
    this.#block = pass && sharedWorkspace.gradients(pass, Y.dataSync());
  }

  gradients(): Gradients {
    const [n0, n1, n2, n3] = this.#sizes;
    const { W2, W3, a1, a2, a3 } = this.#cache;
    const m = this.#m;
    const y = this.#Y.dataSync();
    const dz3 = deferredTensor(() => doubles(a3).map((output, j) => (1 / m) * (output - y[j]!)), [n3, m]);
    const da2 = deferredTensor(() => transposedProduct(doubles(W3), doubles(dz3), n3, m), [n2, m]);
    const dz2 = deferredTensor(() => whereActive(doubles(da2), doubles(a2)), [n2, m]);
    const da1 = deferredTensor(() => transposedProduct(doubles(W2), doubles(dz2), n2, m), [n1, m]);
    const dz1 = deferredTensor(() => whereActive(doubles(da1), doubles(a1)), [n1, m]);
    const [dW3, db3] = this.#layer(2, dz3, () => doubles(a2), n3, n2);
    const [dW2, db2] = this.#layer(1, dz2, () => doubles(a1), n2, n1);
    const [dW1, db1] = this.#layer(0, dz1, () => this.#X, n1, n0);
    return { dz3, dW3, db3, da2, dz2, dW2, db2, da1, dz1, dW1, db1 };
  }

  /** dW and db of a layer: out of the kernels' block, or from dz and the layer's input. */
  #layer(
    l: 0 | 1 | 2,
    dz: Tensor,
    input: () => Float64Array,
    o: number,
    i: number,
  ): [dW: Tensor, db: Tensor] {
    const block = this.#block;
    if (block) {
      const { W, b } = parameterOffsets(this.#sizes);
      const part = (start: number, rows: number, columns: number): Tensor =>
        deferredTensor(block.subarray(start, start + rows * columns), [rows, columns]);
      return [part(W[l], o, i), part(b[l], o, 1)];
    }
    const dW = deferredTensor(() => outerProduct(doubles(dz), input(), this.#m), [o, i]);
    return [dW, deferredTensor(() => rowSums(doubles(dz), this.#m), [o, 1])];
  }
}
