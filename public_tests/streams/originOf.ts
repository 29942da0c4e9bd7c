import type { Answer } from "../answer/Answer.js";
import { enoughAgreements, type Fit, factorBetween, fitFactors } from "./fit.js";
import { layersOf } from "./layers.js";
import { inOrder, mistakenPlans, type Plan } from "./plans.js";
import { beginsLike, type Recipe, usualSeeds } from "./recipeOf.js";
import { type Distribution, startStream } from "./startStream.js";

/** How the weights of an answer were drawn, as the numbers of two calls with different sizes prove it. */
export interface Origin {
  readonly plan: "inOrder" | keyof typeof mistakenPlans;
  readonly distribution: Distribution;
  readonly seed: number | string;
  /** The factors of the first call and of the one with other sizes. */
  readonly factors: ReadonlyMap<string, number>;
  readonly otherFactors: ReadonlyMap<string, number>;
  /** What was added to every weight of both calls, after a multiplication with `times`. */
  readonly shift?: { readonly plus: number; readonly times: number };
}

type Way = Pick<Origin, "plan" | "distribution" | "seed">;

const plans: Readonly<Record<Origin["plan"], Plan>> = { inOrder, ...mistakenPlans };
const planNames = Object.keys(plans) as Origin["plan"][];

/**
 * Finds out how the weights of an answer were drawn: from which seed, in which order, times which factors.
 *
 * @param first the call that was checked
 * @param other one with other sizes
 * @param recipe how they should have been drawn
 * @returns undefined when nothing is proven
 */
export function originOf(first: Answer, other: Answer, recipe: Recipe): Origin | undefined {
  const calls = [first, other].map((answer) => ({ answer, values: valuesOf(answer) }));
  if (!calls.every(({ answer, values }) => isWhole(answer.layers_dims, values))) return undefined;
  for (const way of ways(recipe, calls[0]!.values)) {
    const draws = calls.map(({ answer }) =>
      plans[way.plan](answer.layers_dims, startStream(way.seed, way.distribution)),
    );
    const fits = calls.map(({ values }, i) => fitFactors(values, draws[i]!));
    if (isProof(fits)) return { ...way, factors: fits[0]!.factors, otherFactors: fits[1]!.factors };
    const shift =
      way.plan === "inOrder" &&
      shiftBetween(
        calls.map(({ values }) => values),
        draws,
      );
    if (shift) return { ...way, factors: new Map(), otherFactors: new Map(), shift };
  }
  return undefined;
}

/** The ways that are worth trying, the right one first. */
function* ways({ seed }: Recipe, values: ReadonlyMap<string, readonly number[]>): Generator<Way> {
  for (const plan of planNames) yield { plan, distribution: "randn", seed };
  yield { plan: "inOrder", distribution: "rand", seed };
  for (const other of [...usualSeeds, String(seed)])
    if (beginsLike(values, other)) yield { plan: "inOrder", distribution: "randn", seed: other };
}

function valuesOf({ entries }: Answer): ReadonlyMap<string, readonly number[]> {
  return new Map([...entries].map(([key, { tensor }]) => [key, tensor?.values ?? []]));
}

function isWhole(layers_dims: readonly number[], values: ReadonlyMap<string, readonly number[]>): boolean {
  return layersOf(layers_dims).every(
    ({ l, size, previous }) => values.get(`W${l}`)?.length === size * previous,
  );
}

function isProof(fits: readonly (Fit | undefined)[]): fits is Fit[] {
  const agreements = fits.map((fit) => fit?.agreements ?? Number.NaN);
  return agreements.reduce((sum, count) => sum + count, 0) >= enoughAgreements;
}

/** The two numbers that take all draws to all values, if there are any: value = plus + times · draw. */
function shiftBetween(
  values: readonly ReadonlyMap<string, readonly number[]>[],
  draws: readonly ReadonlyMap<string, readonly number[]>[],
): Origin["shift"] | undefined {
  const pairs = draws.flatMap((call, i) =>
    [...call].flatMap(([key, drawn]) =>
      drawn.map((x, k) => [x, values[i]!.get(key)?.[k] ?? Number.NaN] as const),
    ),
  );
  const [x0, y0] = pairs[0] ?? [0, Number.NaN];
  const differences = pairs.map(([x, y]) => ({ dx: x - x0, dy: y - y0 }));
  const times = factorBetween(
    differences.map(({ dy }) => dy),
    differences.map(({ dx }) => dx),
  );
  if (!times || pairs.length < enoughAgreements + 2) return undefined;
  return { plus: y0 - times * x0, times };
}
