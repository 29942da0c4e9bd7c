import { describe } from "../arguments/describe.js";
import { expectTensor } from "../arguments/expectTensor.js";
import type { Tensor, Tensor2D } from "../tf/index.js";
import { tensor2d } from "../tf/index.js";
import { type DecisionGrid, gridPoints } from "./DecisionGrid.js";

/** Gets points, of shape (n, 2), and returns a decision for each, 0/1 or true/false, of shape (1, n). */
export type DecisionModel = (points: Tensor2D) => Tensor;

/**
 * What a model decides for every point of the grid, asked in one call.
 *
 * @throws TypeError when it returns something else than a tensor of shape (1, n), RangeError when that holds
 *   something else than 0/1 or true/false.
 */
export function askModel(functionName: string, model: DecisionModel, grid: DecisionGrid): Uint8Array {
  const n = grid.columns * grid.rows;
  const answer: unknown = model(tensor2d(gridPoints(grid), [n, 2]));
  const name = `the result of model (for points of shape (${n}, 2))`;
  const values = expectTensor(functionName, name, answer, [1, n]).dataSync();
  const decisions = Uint8Array.from(values);
  const wrong = values.findIndex((value, i) => value !== decisions[i] || value > 1);
  if (wrong >= 0) {
    throw new RangeError(
      `${functionName}: ${name} must hold 0/1 or true/false only, but it holds ${describe(values[wrong])}; ` +
        "probabilities have to be compared with 0.5 first",
    );
  }
  return decisions;
}
