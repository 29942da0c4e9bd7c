import * as core from "#tf-core";
import type { Tensor } from "./Tensor.js";

/**
 * A tensor that TensorFlow.js gets to know only when somebody computes with it.
 *
 * Registering a tensor costs several microseconds, and a training step has thirty of them, which mostly nobody
 * looks at; this one costs as much as a plain object. To everybody else it is an ordinary tensor.
 */
class DeferredTensor extends core.Tensor {
  declare values: Float64Array;
  declare registered: object | undefined;

  /** Made without TensorFlow.js's constructor, which would want registered data at once. */
  static of(values: Float64Array, shape: readonly number[]): DeferredTensor {
    const tensor = Object.create(DeferredTensor.prototype) as DeferredTensor;
    return Object.assign(tensor, {
      kept: false,
      isDisposedInternal: false,
      shape: [...shape],
      dtype: "float32",
      size: values.length,
      strides: core.util.computeStrides(shape),
      id: core.engine().nextTensorId(),
      rankType: shape.length < 5 ? String(shape.length) : "higher",
      values,
      registered: undefined,
    });
  }

  override dataSync(): Float64Array {
    this.throwIfDisposed();
    return this.values;
  }
}

// TypeScript has no way to override a field by an accessor.
Object.defineProperty(DeferredTensor.prototype, "dataId", {
  get(this: DeferredTensor): object {
    if (this.registered === undefined) {
      const known = core.engine().makeTensor(this.values, this.shape, "float32");
      // The data belong to this tensor, so a tf.tidy in which it is first looked at must not dispose of them.
      core.keep(known);
      this.registered = known.dataId;
    }
    return this.registered;
  },
});

/** A tensor of the given values, row by row; the array becomes the tensor's own. */
export function deferredTensor(values: Float64Array, shape: readonly number[]): Tensor {
  return DeferredTensor.of(values, shape);
}
