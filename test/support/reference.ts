import { readFileSync } from "node:fs";
import { type Tensor, tf } from "init_utils";

/** An array as the reference file holds it, row by row; inf and nan as text. */
export interface ReferenceArray {
  shape: number[];
  data: (number | "inf" | "-inf" | "nan")[];
}

export interface TrainingReference {
  initialization: "zeros" | "random" | "he";
  learning_rate: number;
  num_iterations: number;
  costs: (number | "inf")[];
  train_accuracy: number;
  test_accuracy: number;
  predictions_train: ReferenceArray;
  predictions_test: ReferenceArray;
}

/** The figures that test/reference/make_reference.py computed with NumPy and scikit-learn. */
interface Reference {
  initialize: { kind: string; layers_dims: number[]; parameters: Record<string, ReferenceArray> }[];
  datasets: Record<"train_X" | "train_Y" | "test_X" | "test_Y", ReferenceArray>;
  step: {
    loss: number;
    learning_rate: number;
    forward: Record<string, ReferenceArray>;
    gradients: Record<string, ReferenceArray>;
    updated: Record<string, ReferenceArray>;
  };
  training: TrainingReference[];
}

const file = new URL("../reference/numpy-reference.json", import.meta.url);
export const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;

export function numbers({ data }: ReferenceArray): number[] {
  return data.map((value) => (typeof value === "string" ? Number(value.replace("inf", "Infinity")) : value));
}

export function tensorOf(array: ReferenceArray): Tensor {
  return tf.tensor(Float64Array.from(numbers(array)), array.shape);
}

/** The parameters that an initializer gives for layers_dims, as NumPy computed them. */
export function parametersOf(kind: string, layers_dims: readonly number[]): Record<string, Tensor> {
  const found = reference.initialize.find(
    (entry) => entry.kind === kind && entry.layers_dims.join() === layers_dims.join(),
  );
  if (!found) throw new Error(`the reference has no ${kind} parameters for [${layers_dims}]`);
  return Object.fromEntries(Object.entries(found.parameters).map(([key, array]) => [key, tensorOf(array)]));
}

/** A right answer: NumPy's parameters where the reference has them, for other sizes zeros of the right shapes. */
export function initializerOf(kind: string): (layers_dims: number[]) => Record<string, Tensor> {
  return (layers_dims) => {
    const known = reference.initialize.some((entry) => entry.layers_dims.join() === layers_dims.join());
    if (known) return parametersOf(kind, layers_dims);
    const layers = layers_dims.slice(1).map((size, l) => ({
      [`W${l + 1}`]: tf.zeros([size, layers_dims[l]!]),
      [`b${l + 1}`]: tf.zeros([size, 1]),
    }));
    return Object.assign({}, ...layers) as Record<string, Tensor>;
  };
}
