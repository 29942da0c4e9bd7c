import { iterationsPerCost, missingWords, offTheChart } from "./costsFigure.js";
import { extent, grouped, short } from "./numbers.js";

/** What the cost curve shows, in words. */
export function describeCosts(costs: readonly number[], title: string): string {
  const missing = offTheChart(costs);
  const drawn = costs.filter((_, i) => !missing.includes(i));
  return [
    `Cost curve, ${title}: ${countWords(costs.length)}.`,
    trendWords(drawn),
    missing.length > 0 ? `Not on the line: ${missingWords(missing, costs)}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function countWords(count: number): string {
  if (count === 0) return "no costs yet";
  if (count === 1) return "one cost, at iteration 0";
  const last = grouped((count - 1) * iterationsPerCost);
  return `${count} costs, one every ${grouped(iterationsPerCost)} iterations, from iteration 0 to ${last}`;
}

function trendWords(drawn: readonly number[]): string {
  const first = drawn[0];
  const last = drawn.at(-1);
  if (first === undefined || last === undefined) return "";
  const [low, high] = extent(drawn);
  if (drawn.length === 1) return `The cost is ${short(first)}.`;
  if (high - low <= 1e-6 * Math.abs(high)) return `The cost stays at ${short(first)}.`;
  const steps = drawn.slice(1).map((cost, i) => cost - (drawn[i] ?? cost));
  const ends = `from ${short(first)} to ${short(last)}`;
  if (steps.every((step) => step <= 0)) return `The cost falls all the way ${ends}.`;
  if (steps.every((step) => step >= 0)) return `The cost rises all the way ${ends}.`;
  return `The cost goes ${ends}, up and down between ${short(low)} and ${short(high)}.`;
}
