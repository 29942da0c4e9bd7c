import type { Evidence } from "../answer/Evidence.js";
import { pairs } from "../answer/pairs.js";
import { list, listWith, short, times } from "../parts/words.js";
import {
  constantFactor,
  type FactorRule,
  type Factors,
  factorRule,
  multipleOf,
} from "../streams/factorRules.js";
import { near } from "../streams/fit.js";

/** What each formula that is not the right one says, when He's or Xavier's is the right one. */
const says: Partial<Record<FactorRule, string>> = {
  none: "the random numbers as they were drawn: the factor is missing.",
  heOfThisLayer: "scaled by the size of their own layer: the factor takes the size of the layer before.",
  heOfInput:
    "scaled by the size of the input in every layer: the factor takes the size of the layer before, which changes with l.",
  heRootOfTwo: "scaled with a root of the 2 alone: the root covers the whole fraction.",
  heRootOfSize: "scaled with a root of the size alone: the root covers the whole fraction.",
  heWithoutRoot: "scaled by the fraction itself: its square root is missing.",
  heDivided: "divided by the factor: they must be multiplied by it.",
  heXor:
    "scaled by 2 / size without what follows the decimal point: is there a `^`? It works on bits and is no power; Math.sqrt takes the root.",
  heMinusOne:
    "scaled by the root of (2 / size of their own layer) - 1: the 1 belongs inside the square brackets, where it leads to the layer before.",
  hePreviousMinusOne: "scaled by the root of the fraction minus 1: nothing is taken away from the fraction.",
  heOfBothLayers:
    "scaled by the sizes of both layers together: the factor takes the size of the layer before alone.",
};

/** The same mistakes with Xavier's formula, which has a 1 in place of the 2. */
const ofXavier: Partial<Record<FactorRule, FactorRule>> = {
  xavierOfThisLayer: "heOfThisLayer",
  xavierOfInput: "heOfInput",
  xavierWithoutRoot: "heWithoutRoot",
  xavierDivided: "heDivided",
  xavierOfBothLayers: "heOfBothLayers",
};

const called = { he: "He's", xavier: "Xavier's" };

/**
 * Says what the random numbers are multiplied by, when the factors of all layers prove the formula.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongFactor(evidence: Evidence): string | undefined {
  const { recipe, origin, first, other } = evidence;
  if (!recipe || !origin || pairs(evidence, "W").length === 0) return undefined;
  const asDrawn = origin.plan === "inOrder" && origin.distribution === "randn" && !origin.shift;
  if (!asDrawn || origin.seed !== recipe.seed) return undefined;
  const right: Factors = { layers_dims: first.layers_dims, factors: recipe.factors };
  const seen: Factors[] = [
    { layers_dims: first.layers_dims, factors: origin.factors },
    { layers_dims: other.layers_dims, factors: origin.otherFactors },
  ];
  const weights = [...recipe.factors.keys()];
  const rule = factorRule([right]);
  if (rule === "he" || rule === "xavier") return wrongFormula(weights, rule, seen);
  return wrongNumber(weights, constantFactor([right]), seen);
}

/** Where the right factor is He's or Xavier's. */
function wrongFormula(
  weights: readonly string[],
  right: "he" | "xavier",
  seen: readonly Factors[],
): string | undefined {
  const are = listWith(weights, "is", "are");
  const instead = factorRule(seen);
  if (instead === right) return undefined;
  if (instead === "he") return `${are} scaled by He's factor: Xavier's has a 1 in place of the 2.`;
  if (instead === "xavier")
    return `${are} 0.7071 times as large as expected, which is Xavier's factor: He's has a 2 in place of the 1.`;
  const mistake = instead && (says[instead] ?? (right === "xavier" && says[ofXavier[instead] ?? instead]));
  if (mistake) return `${are} ${mistake}`;
  const multiple = multipleOf(right, seen);
  return multiple
    ? `${are} ${times(multiple)}: is there a further factor, ${short(multiple)}, besides ${called[right]}?`
    : undefined;
}

/** Where the right factor is one number for all layers. */
function wrongNumber(
  weights: readonly string[],
  right: number | undefined,
  seen: readonly Factors[],
): string | undefined {
  if (right === undefined || weights.length < 2) return undefined;
  const formula = factorRule(seen);
  if (formula === "he" || formula === "xavier")
    return `${listWith(weights, "is", "are")} scaled by ${called[formula]} factor: here the factor is ${short(right)}.`;
  const instead = constantFactor(seen);
  if (!instead || near(instead, right)) return undefined;
  const found = instead === 1 ? "" : `, and not by ${short(instead)}`;
  return `${list(weights)} are ${times(instead / right)}: are the weights multiplied by ${short(right)}${found}?`;
}
