import { describe } from "../arguments/describe.js";
import { expectNumber } from "../arguments/expectNumber.js";
import { showFigure } from "../figure/showFigure.js";
import { askModel, type DecisionModel } from "../regions/askModel.js";
import { decisionGrid } from "../regions/DecisionGrid.js";
import type { Tensor } from "../tf/index.js";
import { boundaryFigure } from "./boundaryFigure.js";
import { describeBoundary } from "./describeBoundary.js";
import { labelledPoints } from "./LabelledPoints.js";
import { extent, type Range } from "./numbers.js";

const name = "plot_decision_boundary";

export interface PlotDecisionBoundaryOptions {
  /** Above the plot; "Decision boundary" by default. */
  title?: string;
  /** Lower and upper end of what is shown; by default all that the model was asked about. */
  x_range?: readonly [number, number];
  y_range?: readonly [number, number];
  /** The distance between the points at which the model is asked; 0.01 by default. */
  step?: number;
}

/**
 * Colours the plane by what a model predicts, red for 0 and blue for 1, and draws the data on top.
 *
 * The model is asked once, about a grid of points that reaches one unit beyond the data.
 *
 * @param model gets the grid's points, of shape (n, 2), one point a row, and returns its decisions, 0/1 or
 *   true/false, of shape (1, n)
 * @param X the data, of shape (2, m): a row for each coordinate
 * @param y their classes, 0 or 1, of shape (1, m)
 * @throws TypeError when an argument, or what the model returns, has the wrong type or shape; RangeError when a
 *   value is not possible: classes or decisions other than 0 and 1, a range without a length, a step that is not
 *   above 0 or gives more than 2,000,000 points.
 *
 * @example
 * const X = tf.tensor([[-0.5, 0.5], [0, 0]]);
 * const rightHalf = (points: tf.Tensor) => points.transpose().slice([0, 0], [1, -1]).greater(0);
 * plot_decision_boundary(rightHalf, X, tf.tensor([[0, 1]])); // undefined
 */
export function plot_decision_boundary(
  model: DecisionModel,
  X: Tensor,
  y: Tensor,
  options: PlotDecisionBoundaryOptions = {},
): void {
  if (typeof model !== "function") {
    throw new TypeError(`${name}: model must be a function, but it is ${describe(model)}`);
  }
  const { title = "Decision boundary", step = 0.01 } = options;
  expectNumber(name, "step", step, { expected: "a number above 0", accepts: (value) => value > 0 });
  const points = labelledPoints(name, X, y, "y");
  const around = (values: readonly number[]): Range => [extent(values)[0] - 1, extent(values)[1] + 1];
  const [x1, x2] = [around(points.x1), around(points.x2)];
  const xRange = expectRange("x_range", options.x_range ?? x1);
  const yRange = expectRange("y_range", options.y_range ?? x2);
  const grid = decisionGrid(name, x1, x2, step);
  const decisions = askModel(name, model, grid);
  const boundary = { points, grid, decisions, title, xRange, yRange };
  showFigure(boundaryFigure(boundary), describeBoundary(boundary));
}

function expectRange(argument: string, range: unknown): Range {
  const message = `${name}: ${argument} must be two numbers, the lower one first, but it is ${describe(range)}`;
  const isPair = Array.isArray(range) && range.length === 2 && range.every((end) => typeof end === "number");
  if (!isPair) throw new TypeError(message);
  const [low, high] = range as [number, number];
  if (!Number.isFinite(high - low) || low >= high) throw new RangeError(message);
  return [low, high];
}
