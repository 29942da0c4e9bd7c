import { apply, defineProperty, get, hasInstance } from "./primordials.js";

/** What a tensor is, as data. */
export interface TensorContent {
  readonly dtype: "float32" | "int32" | "bool";
  readonly shape: readonly number[];
  /** Undefined when the tensor has been disposed. */
  readonly values: Float64Array | Int32Array | Uint8Array | undefined;
}

/** How one side tells tensors, reads them, and makes them. What it reads is checked by the encoder. */
export interface Tensors {
  /** Whether something is a tensor of this side's own `tf`, and not something that looks like one. */
  isTensor(value: unknown): boolean;
  /** What it is, before its numbers are copied or even computed. */
  describe(tensor: object): { readonly dtype: unknown; readonly shape: unknown; readonly disposed: boolean };
  /** Its numbers, in its own memory. */
  values(tensor: object): unknown;
  make(content: TensorContent): object;
  dispose(tensor: object): void;
}

/** The part of `tf` that tensors are made and told with. */
export interface TensorFlow {
  readonly Tensor: abstract new (...parameters: never) => object;
  tensor(values: never, shape: number[], dtype: TensorContent["dtype"]): object;
}

/**
 * Tensors of `init_utils`; to be called before a student's code runs.
 *
 * @param tf of `init_utils`
 */
export function tensorsOf(tf: TensorFlow): Tensors {
  const { Tensor, tensor: make } = tf;
  const dispose: () => void = Tensor.prototype.dispose;
  return {
    isTensor: (value) => hasInstance(Tensor, value),
    describe: (tensor) => ({
      dtype: get(tensor, "dtype"),
      shape: get(tensor, "shape"),
      disposed: get(tensor, "isDisposed") === true,
    }),
    values: (tensor) => apply(get(tensor, "dataSync"), tensor, []),
    make: ({ dtype, shape, values }) => {
      if (values !== undefined) return make(values as never, shape as number[], dtype);
      // A tensor without numbers has a shape all the same, which may be larger than anything that was sent.
      const tensor = make([] as never, [0], dtype);
      apply(dispose, tensor, []);
      defineProperty(tensor, "shape", { __proto__: null, value: shape } as PropertyDescriptor);
      return tensor;
    },
    dispose: (tensor) => {
      apply(dispose, tensor, []);
    },
  };
}
