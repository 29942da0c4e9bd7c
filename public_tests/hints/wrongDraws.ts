import type { Evidence } from "../answer/Evidence.js";
import { short } from "../parts/words.js";
import type { Origin } from "../streams/originOf.js";

const plans: Partial<Record<Origin["plan"], string>> = {
  restarted:
    "Every layer starts with the same random numbers: is random.seed called inside the loop? It belongs before it, once.",
  reversed:
    "The random numbers are the right ones, but the last layer gets the first of them: draw in the order of the layers, from l = 1 on.",
  transposed:
    "The random numbers are the right ones in another order, as if each matrix were drawn with rows and columns swapped and then transposed: draw it with its rows and columns as they should be.",
  biasesToo:
    "Random numbers are drawn for the biases as well, which also moves those of later weights: only weights are random, biases are zeros.",
  biasesFirst:
    "Random numbers are drawn for the biases as well, which also moves those of the weights: only weights are random, biases are zeros.",
};

/**
 * Says how the random numbers were drawn, when it was not as it should be: in another order, from another seed or
 * distribution, or with something added.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongDraws({ origin, recipe, first, expected }: Evidence): string | undefined {
  if (!origin || !recipe || Object.keys(expected).some((key) => !first.entries.get(key)?.tensor))
    return undefined;
  const { plan, shift, seed, distribution } = origin;
  if (distribution === "rand") return uniform(shift);
  if (shift)
    return `${short(shift.plus)} is added to the random numbers, which moves them all to one side: weights are only multiplied.`;
  if (seed !== recipe.seed) return otherSeed(seed, recipe.seed);
  return plans[plan];
}

function uniform(shift: Origin["shift"]): string {
  const ends = shift ? [shift.plus, shift.plus + shift.times].sort((a, b) => a - b) : [];
  const between = shift ? ` between ${ends.map(short).join(" and ")}` : "";
  return `The weights are made of random.rand's numbers, all equally likely${between}: random.randn draws those of the normal distribution.`;
}

function otherSeed(seen: number | string, right: number): string {
  if (typeof seen === "string")
    return `The seed is the text "${seen}", which starts another stream than the number: write random.seed(${right}).`;
  return `The random numbers are those of seed ${seen}, but seed ${right} is expected: leave random.seed(${right}) as it was.`;
}
