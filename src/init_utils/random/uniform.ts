import { expectNumber, finite } from "../arguments/expectNumber.js";
import { keywords } from "../arguments/keywords.js";
import type { Tensor } from "../tf/index.js";
import type { RandomState } from "./RandomState.js";
import { type Size, sample } from "./sample.js";

/** Uniform numbers of at least `low` and below `high`. */
export function uniform(state: RandomState, given: readonly unknown[]): number | Tensor {
  const name = "random.uniform";
  const [low = 0, high = 1, size] = keywords(name, ["low", "high", "size"], given);
  const start = expectNumber(name, "low", low, finite);
  const range = expectNumber(name, "high", high, finite) - start;
  if (range < 0) {
    throw new RangeError(`${name}: high must be at least low = ${start}, but it is ${high}`);
  }
  if (!Number.isFinite(range)) {
    throw new RangeError(`${name}: high - low must be a finite number, but it is ${high} - ${start}`);
  }
  return sample(name, size as Size, () => start + range * state.double());
}
