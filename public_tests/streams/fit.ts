import type { Draws } from "./plans.js";

/** How parameters follow from drawn numbers: each is a factor times its draws. */
export interface Fit {
  /** One factor for every parameter that was drawn. */
  readonly factors: ReadonlyMap<string, number>;
  /** How many numbers agreed that did not have to: 0 proves nothing. */
  readonly agreements: number;
}

/** Two numbers that agree to six digits by chance, among some hundred streams, are one in millions; of a pair, two. */
export const enoughAgreements = 2;

/**
 * Finds a factor for every parameter so that it is that factor times its draws.
 *
 * A parameter that is NaN throughout has the factor NaN, one that is zero throughout the factor 0; neither proves
 * anything.
 *
 * @param seen the numbers of every parameter, by name
 * @returns undefined when a parameter is missing or no factor fits it
 * @example
 * fitFactors(new Map([["W1", [20, 40]]]), new Map([["W1", [2, 4]]]))?.factors.get("W1"); // 10
 */
export function fitFactors(seen: ReadonlyMap<string, readonly number[]>, draws: Draws): Fit | undefined {
  const factors = new Map<string, number>();
  let agreements = 0;
  for (const [key, drawn] of draws) {
    const values = seen.get(key);
    const factor = values && factorBetween(values, drawn);
    if (factor === undefined) return undefined;
    factors.set(key, factor);
    if (factor !== 0 && !Number.isNaN(factor)) agreements += drawn.length - 1;
  }
  return { factors, agreements };
}

/**
 * The number that `values` are `base` times, to six digits.
 *
 * @returns undefined when there is none
 * @example
 * factorBetween([1, 2], [10, 20]); // 0.1
 */
export function factorBetween(values: readonly number[], base: readonly number[]): number | undefined {
  if (values.length !== base.length || values.length === 0) return undefined;
  if (values.every(Number.isNaN)) return Number.NaN;
  if (values.every((value) => value === 0)) return 0;
  const largest = base.reduce((best, b, i) => (Math.abs(b) > Math.abs(base[best]!) ? i : best), 0);
  const factor = values[largest]! / base[largest]!;
  if (!Number.isFinite(factor)) return undefined;
  return values.every((value, i) => near(value, factor * base[i]!)) ? factor : undefined;
}

/** Whether two numbers agree to six digits; NaN agrees with NaN, as a factor may be NaN on purpose. */
export function near(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 + 1e-6 * Math.abs(b);
}
