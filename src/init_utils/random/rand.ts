import type { Tensor } from "../tf/index.js";
import type { RandomState } from "./RandomState.js";
import { sample } from "./sample.js";

/** Uniform numbers of at least 0 and below 1, of 53 random bits each. */
export function rand(state: RandomState, shape: readonly number[]): number | Tensor {
  return sample("random.rand", shape.length === 0 ? null : shape, () => state.double());
}
