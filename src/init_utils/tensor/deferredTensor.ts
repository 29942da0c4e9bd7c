import * as core from "#tf-core";
import type { Tensor } from "./Tensor.js";

/**
 * A tensor that is computed when somebody looks at its numbers, and that TensorFlow.js gets to know when somebody
 * computes with it.
 *
 * A registered tensor costs several microseconds, and a training step has thirty tensors that mostly nobody looks at;
 * this one costs as much as a plain object. To everybody else it is an ordinary tensor. Its class does not extend
 * TensorFlow.js's by name, because that one's constructor would want registered data at once; it takes over the
 * prototype instead.
 */
class DeferredTensor {
  readonly shape: number[];
  #values: Float64Array | undefined;
  #compute: (() => Float64Array) | undefined;
  #dataId: object | undefined;
  #id: number | undefined;
  readonly #origin: object | undefined;

  constructor(values: Values, shape: number[], origin: object | undefined) {
    this.shape = shape;
    this.#origin = origin;
    if (typeof values === "function") this.#compute = values;
    else this.#values = values;
  }

  get id(): number {
    this.#id ??= core.engine().nextTensorId();
    return this.#id;
  }

  get size(): number {
    return this.shape.reduce((product, n) => product * n, 1);
  }

  get strides(): number[] {
    return core.util.computeStrides(this.shape);
  }

  get rankType(): string {
    return this.shape.length < 5 ? String(this.shape.length) : "higher";
  }

  static originOf(tensor: object): object | undefined {
    return #origin in tensor ? tensor.#origin : undefined;
  }

  dataSync(): Float64Array {
    (this as unknown as { throwIfDisposed(): void }).throwIfDisposed();
    if (this.#values === undefined) {
      this.#values = this.#compute!();
      this.#compute = undefined;
    }
    return this.#values;
  }

  get dataId(): object {
    if (this.#dataId === undefined) {
      const known = core.engine().makeTensor(this.dataSync(), this.shape, "float32");
      // The data belong to this tensor, so a tf.tidy in which it is first looked at must not dispose of them.
      core.keep(known);
      this.#dataId = known.dataId;
    }
    return this.#dataId;
  }
}

Object.setPrototypeOf(DeferredTensor.prototype, core.Tensor.prototype);
// What is the same for all of them until somebody disposes of one or keeps it.
Object.assign(DeferredTensor.prototype, { dtype: "float32", kept: false, isDisposedInternal: false });

/** The numbers of a tensor, or a function that computes them when somebody looks. */
type Values = Float64Array | (() => Float64Array);

/**
 * A tensor of the given numbers, row by row; the array becomes the tensor's own, and so does the shape.
 *
 * @param origin what the tensor was computed by, for `originOf`
 */
export function deferredTensor(values: Values, shape: number[], origin?: object): Tensor {
  return new DeferredTensor(values, shape, origin) as unknown as Tensor;
}

/** What a deferred tensor was computed by; undefined for every other tensor. */
export function originOf(tensor: Tensor): object | undefined {
  return DeferredTensor.originOf(tensor);
}
