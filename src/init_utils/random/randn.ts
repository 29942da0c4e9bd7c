import type { Tensor } from "../tf/index.js";
import type { RandomState } from "./RandomState.js";
import { sample } from "./sample.js";

/** Normal numbers with mean 0 and standard deviation 1. */
export function randn(state: RandomState, shape: readonly number[]): number | Tensor {
  return sample("random.randn", shape.length === 0 ? null : shape, () => state.gauss());
}
