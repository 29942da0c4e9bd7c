import { affine, rectified } from "../kernels/matrices.js";
import type { Pass, Sizes } from "../kernels/Pass.js";
import { sharedWorkspace } from "../kernels/sharedWorkspace.js";
import type { Cache } from "../network/types.js";
import { deferredTensor, originOf } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import type { Tensor } from "../tensor/Tensor.js";
import type { Layer } from "./readParameters.js";

/**
 * One pass through the network: what it is computed from, and its results as tensors that are computed when somebody
 * looks at them. What it is computed from is kept as numbers, so disposing of a tensor later changes nothing.
 */
export class ForwardPass implements Pass {
  readonly sizes: Sizes;
  readonly m: number;
  readonly X: Float64Array;
  readonly W: Pass["W"];
  readonly b: Pass["b"];
  readonly a1: Tensor;
  readonly a2: Tensor;
  readonly a3: Tensor;

  constructor(
    readonly examples: Tensor,
    readonly layers: readonly [Layer, Layer, Layer],
  ) {
    const [first, second, third] = layers;
    const [n0, m] = examples.shape as [number, number];
    this.sizes = [n0, first.size, second.size, third.size];
    this.m = m;
    this.X = doubles(examples);
    this.W = [doubles(first.W), doubles(second.W), doubles(third.W)];
    this.b = [doubles(first.b), doubles(second.b), doubles(third.b)];
    this.a1 = deferredTensor(() => rectified(this.#z1()), [first.size, m]);
    this.a2 = deferredTensor(() => rectified(this.#z2()), [second.size, m]);
    this.a3 = deferredTensor(() => sharedWorkspace.outputs(this), [third.size, m], this);
    sharedWorkspace.forward(this);
  }

  /** A new object for `backward_propagation`. */
  cache(): Cache {
    const [{ W: W1, b: b1, size: n1 }, { W: W2, b: b2, size: n2 }, { W: W3, b: b3, size: n3 }] = this.layers;
    const { m, a1, a2, a3 } = this;
    const z1 = deferredTensor(() => this.#z1(), [n1, m]);
    const z2 = deferredTensor(() => this.#z2(), [n2, m]);
    const z3 = deferredTensor(() => affine(this.W[2], doubles(a2), this.b[2], m), [n3, m]);
    return { z1, a1, W1, b1, z2, a2, W2, b2, z3, a3, W3, b3 };
  }

  #z1(): Float64Array {
    return affine(this.W[0], this.X, this.b[0], this.m);
  }

  #z2(): Float64Array {
    return affine(this.W[1], doubles(this.a1), this.b[1], this.m);
  }
}

/** The pass that computed these outputs, or undefined when they were made in another way. */
export function passOf(outputs: Tensor): ForwardPass | undefined {
  const origin = originOf(outputs);
  return origin instanceof ForwardPass ? origin : undefined;
}

/** The pass that a cache comes from, if it is the pass of these examples and nobody has changed what backward reads. */
export function intactPass(X: Tensor, cache: Cache): ForwardPass | undefined {
  const pass = passOf(cache.a3);
  if (pass?.examples !== X || cache.a1 !== pass.a1 || cache.a2 !== pass.a2) return undefined;
  return cache.W2 === pass.layers[1].W && cache.W3 === pass.layers[2].W ? pass : undefined;
}
