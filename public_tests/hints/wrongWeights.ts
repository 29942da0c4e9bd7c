import type { Evidence } from "../answer/Evidence.js";
import { type Pair, pairs } from "../answer/pairs.js";
import { allClose } from "../parts/allClose.js";
import { list, listWith, short, times } from "../parts/words.js";
import { factorBetween } from "../streams/fit.js";
import { transpose } from "../streams/plans.js";

const findings: readonly ((wrong: readonly Pair[], evidence: Evidence) => string | undefined)[] = [
  notNumbers,
  allZero,
  allTheSame,
  swapped,
  scaled,
  moved,
];

/**
 * Says what is wrong with the numbers of the weights, by comparing them with the right ones alone.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongWeights(evidence: Evidence): string | undefined {
  const wrong = pairs(evidence, "W").filter(({ seen, expected }) => !allClose(seen, expected));
  if (wrong.length === 0) return undefined;
  for (const finding of findings) {
    const hint = finding(wrong, evidence);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

function names(wrong: readonly Pair[]): string[] {
  return wrong.map(({ key }) => key);
}

function notNumbers(wrong: readonly Pair[]): string | undefined {
  const nan = wrong.filter(({ seen }) => seen.every(Number.isNaN));
  if (nan.length === 0) return undefined;
  return `${listWith(names(nan), "is", "are")} NaN throughout, as when something is computed with Math.sqrt of a negative number or of what is no number: a tensor, or undefined.`;
}

function allZero(wrong: readonly Pair[], { recipe }: Evidence): string | undefined {
  if (!wrong.every(({ seen, expected }) => seen.every((x) => x === 0) && expected.some((x) => x !== 0)))
    return undefined;
  return `${listWith(names(wrong), "is", "are")} zero throughout: ${recipe ? "here the weights must be random, so that the units of a layer can learn different things." : "these weights must not be."}`;
}

function allTheSame(wrong: readonly Pair[]): string | undefined {
  const number = wrong[0]!.seen[0]!;
  const same = wrong.every(({ seen }) => seen.every((x) => x === number));
  const zeros = wrong.every(({ expected }) => expected.every((x) => x === 0));
  if (!same || !zeros || !Number.isFinite(number)) return undefined;
  return `${listWith(names(wrong), "is", "are")} ${short(number)} throughout: these weights must be zero.`;
}

function swapped(wrong: readonly Pair[]): string | undefined {
  const proof = wrong.every(({ seen, expected, rows, columns }) => {
    return rows === columns && rows > 1 && allClose(seen, transpose(expected, rows, columns));
  });
  return proof
    ? `The rows of ${list(names(wrong))} are where the columns should be: is a matrix transposed?`
    : undefined;
}

function scaled(wrong: readonly Pair[]): string | undefined {
  const factor = factorBetween(
    wrong.flatMap(({ seen }) => seen),
    wrong.flatMap(({ expected }) => expected),
  );
  const agreements = wrong.flatMap(({ expected }) => expected.filter((x) => x !== 0)).length - 1;
  if (!factor || agreements < 1) return undefined;
  return `${listWith(names(wrong), "is", "are")} ${times(factor)}: is the factor of the weights right?`;
}

function moved(wrong: readonly Pair[]): string | undefined {
  const shifts = wrong.flatMap(({ seen, expected }) => seen.map((x, i) => x - expected[i]!));
  if (
    shifts.length < 3 ||
    !allClose(
      shifts,
      shifts.map(() => shifts[0]!),
    )
  )
    return undefined;
  return `Every number of ${list(names(wrong))} is ${short(Math.abs(shifts[0]!))} too ${shifts[0]! > 0 ? "large" : "small"}: is something added to the weights?`;
}
