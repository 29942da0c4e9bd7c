import { nearestPoint } from "../regions/DecisionGrid.js";
import type { Boundary } from "./boundaryFigure.js";
import { short } from "./numbers.js";
import { countWords } from "./pointTraces.js";

/** What the plot of a decision boundary shows, in words. */
export function describeBoundary(boundary: Boundary): string {
  const { points, title, xRange, yRange } = boundary;
  const area = `x1 from ${short(xRange[0])} to ${short(xRange[1])} and x2 from ${short(yRange[0])} to ${short(yRange[1])}`;
  return [
    `${title}: what the model predicts for ${area}.`,
    shareWords(shareOfOne(boundary)),
    `On top ${countWords(points)};`,
    `${inOwnRegion(boundary)} of the ${points.label.length} lie in the region of their own class.`,
  ].join(" ");
}

function shareWords(share: number | undefined): string {
  if (share === undefined) return "The model was not asked about any place shown.";
  if (share === 0) return "The model predicts 0 (red) everywhere.";
  if (share === 1) return "The model predicts 1 (blue) everywhere.";
  const percent = Math.min(99, Math.max(1, Math.round(share * 100)));
  return `The model predicts 1 (blue) in about ${percent}% of the area and 0 (red) in the rest.`;
}

/** Among the grid points that are shown, how many the model gives to class 1. */
function shareOfOne({ grid, decisions, xRange, yRange }: Boundary): number | undefined {
  let shown = 0;
  let ones = 0;
  for (let row = 0; row < grid.rows; row++) {
    if (!within(grid.x2 + row * grid.step, yRange)) continue;
    for (let column = 0; column < grid.columns; column++) {
      if (!within(grid.x1 + column * grid.step, xRange)) continue;
      shown++;
      ones += decisions[row * grid.columns + column] ?? 0;
    }
  }
  return shown === 0 ? undefined : ones / shown;
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

function inOwnRegion({ points, grid, decisions }: Boundary): number {
  return points.x1.filter((x1, i) => decisions[nearestPoint(grid, x1, points.x2[i] ?? 0)] === points.label[i])
    .length;
}
