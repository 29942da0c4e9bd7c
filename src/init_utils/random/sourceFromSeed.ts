import { mersenne, mersenneFromState } from "pure-rand/generator/mersenne";
import seedrandom from "seedrandom";
import { expectNumber, type NumberCondition } from "../arguments/expectNumber.js";

/** Where random bits come from. All distributions are computed from these two. */
export interface RandomSource {
  /** A whole number from 0 to 2^32 - 1, all equally likely. */
  uint32(): number;
  /** A number of at least 0 and below 1, all equally likely. */
  double(): number;
}

/** What a number must be to be a seed. */
export const seedCondition: NumberCondition = {
  expected: "a whole number from 0 to 4294967295 (2^32 - 1) or a string",
  accepts: (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
};

/**
 * Makes the source that belongs to a seed: a number starts NumPy's Mersenne Twister, a string the generator of
 * `seedrandom`, and no seed a Mersenne Twister whose whole state is drawn from the system's entropy.
 *
 * @throws TypeError or RangeError, in the name of `functionName`, when the seed is none of these.
 */
export function sourceFromSeed(functionName: string, seed?: number | string | null): RandomSource {
  if (seed === undefined || seed === null) return twisterSource(mersenneFromState(randomState()));
  if (typeof seed === "string") return stringSource(seed);
  return twisterSource(mersenne(expectNumber(functionName, "seed", seed, seedCondition)));
}

function twisterSource(twister: ReturnType<typeof mersenne>): RandomSource {
  const uint32 = (): number => twister.next() >>> 0;
  // 27 bits of one word and 26 of the next: the 53 bits of genrand_res53, in NumPy's order.
  const double = (): number => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) / 2 ** 53;
  return { uint32, double };
}

function stringSource(seed: string): RandomSource {
  const generator = seedrandom(seed);
  return { uint32: () => generator.int32() >>> 0, double: () => generator.double() };
}

/** A position and 624 words, the form in which pure-rand takes a state. */
function randomState(): number[] {
  return [0, ...globalThis.crypto.getRandomValues(new Int32Array(624))];
}
