import { expectNumber, finite, type NumberCondition } from "../arguments/expectNumber.js";
import { keywords } from "../arguments/keywords.js";
import type { Tensor } from "../tf/index.js";
import type { RandomState } from "./RandomState.js";
import { type Size, sample } from "./sample.js";

const standardDeviation: NumberCondition = {
  expected: "a finite number of at least 0",
  accepts: (value) => Number.isFinite(value) && value >= 0,
};

/** Normal numbers with mean `loc` and standard deviation `scale`. */
export function normal(state: RandomState, given: readonly unknown[]): number | Tensor {
  const name = "random.normal";
  const [loc = 0, scale = 1, size] = keywords(name, ["loc", "scale", "size"], given);
  const mean = expectNumber(name, "loc", loc, finite);
  const deviation = expectNumber(name, "scale", scale, standardDeviation);
  return sample(name, size as Size, () => mean + deviation * state.gauss());
}
