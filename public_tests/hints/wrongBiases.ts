import type { Evidence } from "../answer/Evidence.js";
import { pairs } from "../answer/pairs.js";
import { allClose } from "../parts/allClose.js";
import { listWith, short } from "../parts/words.js";

/**
 * Says that biases are not zero, when they should be.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongBiases(evidence: Evidence): string | undefined {
  const wrong = pairs(evidence, "b").filter(({ seen, expected }) => !allClose(seen, expected));
  if (wrong.length === 0 || wrong.some(({ expected }) => expected.some((x) => x !== 0))) return undefined;
  const number = wrong[0]!.seen[0]!;
  const same = wrong.every(({ seen }) => seen.every((x) => x === number));
  const keys = wrong.map(({ key }) => key);
  const are = listWith(keys, "is", "are");
  if (same && Number.isFinite(number)) return `${are} ${short(number)} throughout: biases start at zero.`;
  const weightsRight = pairs(evidence, "W").every(({ seen, expected }) => allClose(seen, expected));
  return weightsRight ? `The weights are right, but ${are} not zero: biases start at zero.` : undefined;
}
