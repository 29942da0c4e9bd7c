import { type Kernels, paddedColumns } from "./Kernels.js";
import { affine, outerProduct, rectified, rowSums, transposedProduct, whereActive } from "./matrices.js";

/** The kernels in plain JavaScript, for engines without WebAssembly SIMD, and to hold the WebAssembly ones against. */
export function plainKernels(): Kernels {
  let memory = new Float64Array(0);
  const view = (address: number, count: number): Float64Array =>
    memory.subarray(address / 8, address / 8 + count);
  const store = (address: number, values: Float64Array, m: number): void => {
    memory.set(values, address / 8);
    clearPadding(view(address, values.length), m);
  };
  return {
    name: "plain",
    start: 0,
    memory(bytes: number): Float64Array {
      if (memory.byteLength < bytes) {
        const larger = new Float64Array(Math.ceil(bytes / 8));
        larger.set(memory);
        memory = larger;
      }
      return memory;
    },
    affine(W, A, b, out, o, i, m, relu) {
      const columns = paddedColumns(m);
      const z = affine(view(W, o * i), view(A, i * columns), view(b, o), columns);
      store(out, relu ? rectified(z) : z, m);
    },
    backward(W, dz, A, out, o, i, m) {
      const columns = paddedColumns(m);
      const da = transposedProduct(view(W, o * i), view(dz, o * columns), o, columns);
      store(out, whereActive(da, view(A, i * columns)), m);
    },
    outer(dz, A, dW, db, o, i, m) {
      const columns = paddedColumns(m);
      addTo(view(dW, o * i), outerProduct(view(dz, o * columns), view(A, i * columns), columns));
      addTo(view(db, o), rowSums(view(dz, o * columns), columns));
    },
    logistic(z, count) {
      const values = view(z, count);
      for (let j = 0; j < count; j++) values[j] = 1 / (1 + Math.exp(-values[j]!));
    },
    losses(a, y, out, count) {
      const [outputs, labels, losses] = [view(a, count), view(y, count), view(out, count)];
      for (let j = 0; j < count; j++) losses[j] = lossOf(outputs[j]!, labels[j]!);
    },
    outputGradient(a, y, out, rows, m, examples) {
      const count = rows * paddedColumns(m);
      const labels = view(y, count);
      store(
        out,
        view(a, count).map((output, j) => (1 / examples) * (output - labels[j]!)),
        m,
      );
    },
  };
}

/** -y·ln(a) - (1 - y)·ln(1 - a), or 0 where that is NaN (0 · ∞). */
export function lossOf(output: number, label: number): number {
  const loss = -Math.log(output) * label - Math.log(1 - output) * (1 - label);
  return Number.isNaN(loss) ? 0 : loss;
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let j = 0; j < sums.length; j++) sums[j]! += values[j]!;
}

function clearPadding(matrix: Float64Array, m: number): void {
  const columns = paddedColumns(m);
  if (columns === m) return;
  for (let row = 0; row < matrix.length; row += columns) matrix.fill(0, row + m, row + columns);
}
