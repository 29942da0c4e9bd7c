import type { Tensor } from "./Tensor.js";

/** The values of a tensor as doubles, row by row. What comes back is read only: it may be the tensor's own memory. */
export function doubles(tensor: Tensor): Float64Array {
  const values = tensor.dataSync();
  return values instanceof Float64Array ? values : Float64Array.from(values);
}
