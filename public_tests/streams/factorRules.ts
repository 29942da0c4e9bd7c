import { near } from "./fit.js";
import { type Layer, layersOf } from "./layers.js";

/** Formulas for the factor of a layer's weights: the right ones, and what becomes of them by mistake. */
export const factorRules = {
  he: ({ previous }) => Math.sqrt(2 / previous),
  xavier: ({ previous }) => Math.sqrt(1 / previous),
  none: () => 1,
  heOfThisLayer: ({ size }) => Math.sqrt(2 / size),
  xavierOfThisLayer: ({ size }) => Math.sqrt(1 / size),
  heOfInput: ({ input }) => Math.sqrt(2 / input),
  xavierOfInput: ({ input }) => Math.sqrt(1 / input),
  heRootOfTwo: ({ previous }) => Math.sqrt(2) / previous,
  heRootOfSize: ({ previous }) => 2 / Math.sqrt(previous),
  heWithoutRoot: ({ previous }) => 2 / previous,
  xavierWithoutRoot: ({ previous }) => 1 / previous,
  heDivided: ({ previous }) => Math.sqrt(previous / 2),
  xavierDivided: ({ previous }) => Math.sqrt(previous),
  heXor: ({ previous }) => Math.trunc(2 / previous),
  heMinusOne: ({ size }) => Math.sqrt(2 / size - 1),
  hePreviousMinusOne: ({ previous }) => Math.sqrt(2 / previous - 1),
  heOfBothLayers: ({ size, previous }) => Math.sqrt(2 / (size + previous)),
  xavierOfBothLayers: ({ size, previous }) => Math.sqrt(1 / (size + previous)),
} satisfies Record<string, (layer: Layer) => number>;

export type FactorRule = keyof typeof factorRules;

/** The factors of one call: those of W1, W2, …, and the sizes it was made with. */
export interface Factors {
  readonly layers_dims: readonly number[];
  readonly factors: ReadonlyMap<string, number>;
}

/**
 * Finds the formula that gives all factors of all calls.
 *
 * @returns undefined when none does
 * @example
 * factorRule([{ layers_dims: [8, 1], factors: new Map([["W1", 0.5]]) }]); // he
 */
export function factorRule(calls: readonly Factors[]): FactorRule | undefined {
  const names = Object.keys(factorRules) as FactorRule[];
  return names.find((name) => calls.every((call) => follows(call, factorRules[name])));
}

function follows({ layers_dims, factors }: Factors, rule: (layer: Layer) => number): boolean {
  return layersOf(layers_dims).every((layer) => near(factors.get(`W${layer.l}`) ?? Number.NaN, rule(layer)));
}

/**
 * The number by which all factors of all calls miss a formula, the same for all of them.
 *
 * @returns undefined when there is none, or when they do not miss it
 * @example
 * multipleOf("he", [{ layers_dims: [8, 2, 1], factors: new Map([["W1", 5], ["W2", 10]]) }]); // 10
 */
export function multipleOf(rule: FactorRule, calls: readonly Factors[]): number | undefined {
  const ratios = calls.flatMap(({ layers_dims, factors }) =>
    layersOf(layers_dims).map(
      (layer) => (factors.get(`W${layer.l}`) ?? Number.NaN) / factorRules[rule](layer),
    ),
  );
  const ratio = ratios[0]!;
  return !near(ratio, 1) && ratios.every((other) => near(other, ratio)) ? ratio : undefined;
}

/**
 * The one number that all factors of all calls are, if there is one.
 *
 * @example
 * constantFactor([{ layers_dims: [8, 1], factors: new Map([["W1", 10]]) }]); // 10
 */
export function constantFactor(calls: readonly Factors[]): number | undefined {
  const all = calls.flatMap(({ factors }) => [...factors.values()]);
  return all.every((factor) => near(factor, all[0]!)) ? all[0] : undefined;
}
