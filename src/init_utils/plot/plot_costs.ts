import { describe } from "../arguments/describe.js";
import { expectNumber } from "../arguments/expectNumber.js";
import { showFigure } from "../figure/showFigure.js";
import { costsFigure } from "./costsFigure.js";
import { describeCosts } from "./describeCosts.js";

export interface PlotCostsOptions {
  /** The step size of gradient descent, for the title. */
  learning_rate: number;
}

/**
 * Draws the cost curve of a training run: the cost over the iterations, one cost for every 1,000 of them.
 *
 * A cost that is not finite has no place on a line; it is left out of it and named in the plot.
 *
 * @param costs the cost at iterations 0, 1000, 2000, …: an array of any length
 * @throws TypeError when `costs` is no array of numbers or `learning_rate` no number.
 *
 * @example
 * plot_costs([0.69, 0.6, 0.4], { learning_rate: 0.01 }); // undefined
 */
export function plot_costs(costs: readonly number[], options: PlotCostsOptions): void {
  expectCosts(costs);
  const learningRate = expectNumber("plot_costs", "learning_rate", options?.learning_rate, anyNumber);
  const title = `Learning rate = ${learningRate}`;
  showFigure(costsFigure(costs, title), describeCosts(costs, title));
}

const anyNumber = { expected: "a number, as in { learning_rate: 0.01 }", accepts: () => true };

function expectCosts(costs: unknown): asserts costs is readonly number[] {
  const expected = "plot_costs: costs must be an array of numbers";
  if (!Array.isArray(costs)) throw new TypeError(`${expected}, but it is ${describe(costs)}`);
  const index = costs.findIndex((cost) => typeof cost !== "number");
  if (index >= 0) throw new TypeError(`${expected}, but costs[${index}] is ${describe(costs[index])}`);
}
