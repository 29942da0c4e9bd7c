import { expectNumber, type NumberCondition } from "../arguments/expectNumber.js";
import { keywords } from "../arguments/keywords.js";
import type { Tensor } from "../tf/index.js";
import type { RandomState } from "./RandomState.js";
import { type Size, sample } from "./sample.js";

const lowest = -(2 ** 31);
const highest = 2 ** 31;

const bound: NumberCondition = {
  expected: `a whole number from ${lowest} to ${highest} (an int32 tensor holds no others)`,
  accepts: (value) => Number.isInteger(value) && value >= lowest && value <= highest,
};

/** Whole numbers of at least `low` and below `high`; with one bound, of at least 0 and below it. */
export function randint(state: RandomState, given: readonly unknown[]): number | Tensor {
  const name = "random.randint";
  const [first, second, size] = keywords(name, ["low", "high", "size"], given);
  const hasBoth = second !== undefined && second !== null;
  const low = hasBoth ? expectNumber(name, "low", first, bound) : 0;
  const high = hasBoth ? expectNumber(name, "high", second, bound) : expectNumber(name, "low", first, bound);
  if (low >= high) {
    const range = hasBoth ? `low must be below high = ${high}, but it is ${low}` : rangeFromZero(high);
    throw new RangeError(`${name}: ${range}`);
  }
  return sample(name, size as Size, () => low + state.interval(high - 1 - low), "int32");
}

function rangeFromZero(high: number): string {
  return `low must be at least 1 when it is the only bound (numbers are drawn from 0 up), but it is ${high}`;
}
