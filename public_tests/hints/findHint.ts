import type { Evidence } from "../answer/Evidence.js";
import { changedArgument, differentCalls, fixedSizes } from "./acrossCalls.js";
import { whyItThrows } from "./whyItThrows.js";
import { wrongBiases } from "./wrongBiases.js";
import { wrongDraws } from "./wrongDraws.js";
import { wrongFactor } from "./wrongFactor.js";
import { wrongKeys } from "./wrongKeys.js";
import { wrongResult } from "./wrongResult.js";
import { wrongShape } from "./wrongShape.js";
import { wrongType } from "./wrongType.js";
import { wrongWeights } from "./wrongWeights.js";

/** Looks for one family of mistakes: one sentence when the evidence proves it, otherwise undefined. Never throws. */
export type Hint = (evidence: Evidence) => string | undefined;

/**
 * All hints, in the order in which they are asked: first what stands in the way of everything else, then the numbers,
 * where proofs by the stream of random numbers come before comparisons of size alone.
 */
export const hints: Readonly<Record<string, Hint>> = {
  whyItThrows,
  wrongResult,
  wrongKeys,
  wrongType,
  fixedSizes,
  wrongShape,
  changedArgument,
  differentCalls,
  wrongDraws,
  wrongFactor,
  wrongBiases,
  wrongWeights,
};

/**
 * Looks for the mistake behind an answer that is not right.
 *
 * @param evidence what calls of the function showed: the keys, types, shapes and numbers of what it returned
 * @returns one sentence for the student; undefined when nothing is proven; never throws
 * @example
 * const empty = () => undefined;
 * const evidence = gatherEvidence("my_function", empty, callTarget(empty, [2, 1]), { W1: [[0, 0]], b1: [[0]] });
 * findHint(evidence).split(":")[0]; // The function ends without giving anything back
 */
export function findHint(evidence: Evidence): string | undefined {
  for (const hint of Object.values(hints)) {
    const sentence = hint(evidence);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}
