import type { Range } from "../plot/numbers.js";

/** Points at equal distances over a rectangle, row by row from below: the first row is the lowest x2. */
export interface DecisionGrid {
  readonly x1: number;
  readonly x2: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
}

/** More points than this are refused: 32 MB of coordinates, and nothing to be seen in the picture. */
const mostPoints = 2_000_000;

/**
 * The grid over two ranges, ends excluded as by NumPy's `arange`.
 *
 * @throws RangeError when it would have too many points.
 */
export function decisionGrid(functionName: string, x1: Range, x2: Range, step: number): DecisionGrid {
  const columns = Math.ceil((x1[1] - x1[0]) / step);
  const rows = Math.ceil((x2[1] - x2[0]) / step);
  if (!(columns * rows <= mostPoints)) {
    throw new RangeError(
      `${functionName}: step must leave at most ${mostPoints} grid points, but ${step} gives ${columns} x ${rows}; ` +
        "choose a larger step",
    );
  }
  return { x1: x1[0], x2: x2[0], step, columns, rows };
}

/** The coordinates, two for each point. */
export function gridPoints({ x1, x2, step, columns, rows }: DecisionGrid): Float64Array {
  const points = new Float64Array(columns * rows * 2);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      points[next++] = x1 + column * step;
      points[next++] = x2 + row * step;
    }
  }
  return points;
}

/** The grid point nearest to a place, as an index; places outside get the nearest point of the edge. */
export function nearestPoint(grid: DecisionGrid, x1: number, x2: number): number {
  const column = clamp(Math.round((x1 - grid.x1) / grid.step), grid.columns);
  return clamp(Math.round((x2 - grid.x2) / grid.step), grid.rows) * grid.columns + column;
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}
