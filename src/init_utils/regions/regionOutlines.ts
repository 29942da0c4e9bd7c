import { contours } from "d3-contour";
import type { DecisionGrid } from "./DecisionGrid.js";

/** Closed rings one after the other, a null after each, in units of the axes. */
export interface Outline {
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
}

type Ring = readonly (readonly number[])[];

/**
 * The outlines of the regions where the grid's values are 0 and where they are 1: marching squares, halfway
 * between points that differ. 175,000 grid points become some hundred corners, all that a picture needs.
 *
 * Holes are rings of the opposite direction, so that both rules of filling (even-odd and nonzero) leave them out.
 * A model that changes its mind all over the plane has no outline worth its size: then every second point is left
 * out until neighbours differ at most `mostChanges` times.
 */
export function regionOutlines(
  values: Uint8Array,
  grid: DecisionGrid,
  mostChanges = 4000,
): readonly [Outline, Outline] {
  const { columns, rows } = grid;
  if (changes(values, columns) > mostChanges)
    return regionOutlines(...everySecond(values, grid), mostChanges);
  const { coordinates } = contours().size([columns, rows]).contour(Array.from(values), 0.5);
  const ones = (coordinates as Ring[][]).flat().map(corners);
  return [toAxes(complement(ones, values, grid), grid), toAxes(ones, grid)];
}

/** Everything that lies outside of the rings: they are the holes of the whole. */
function complement(rings: readonly Ring[], values: Uint8Array, { columns, rows }: DecisionGrid): Ring[] {
  if (!values.includes(0)) return [];
  const whole = [
    [0, 0],
    [0, rows],
    [columns, rows],
    [columns, 0],
    [0, 0],
  ];
  return [whole, ...rings.map((ring) => [...ring].reverse())];
}

/** How often neighbours differ, along rows and along columns. */
function changes(values: Uint8Array, columns: number): number {
  let count = 0;
  for (let i = 1; i < values.length; i++) {
    if (i % columns !== 0 && values[i] !== values[i - 1]) count++;
    if (i >= columns && values[i] !== values[i - columns]) count++;
  }
  return count;
}

function everySecond(values: Uint8Array, grid: DecisionGrid): [Uint8Array, DecisionGrid] {
  const columns = Math.ceil(grid.columns / 2);
  const rows = Math.ceil(grid.rows / 2);
  const kept = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      kept[row * columns + column] = values[2 * row * grid.columns + 2 * column] ?? 0;
    }
  }
  return [kept, { ...grid, step: grid.step * 2, columns, rows }];
}

/** The ring without the points on its straight lines. */
function corners(ring: Ring): Ring {
  const kept = ring.slice(0, 1);
  for (let i = 1; i < ring.length - 1; i++) {
    if (turns(kept.at(-1), ring[i], ring[i + 1])) kept.push(ring[i] as readonly number[]);
  }
  kept.push(ring[0] as readonly number[]);
  return kept;
}

function turns(
  from: readonly number[] = [],
  at: readonly number[] = [],
  to: readonly number[] = [],
): boolean {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = at;
  const [x2 = 0, y2 = 0] = to;
  return (x1 - x0) * (y2 - y1) !== (x2 - x1) * (y1 - y0);
}

/** From cells, whose middles are the grid's points, to units of the axes. */
function toAxes(rings: readonly Ring[], { x1, x2, step }: DecisionGrid): Outline {
  const digits = Math.min(100, Math.max(0, 2 - Math.floor(Math.log10(step))));
  const place = (from: number, cell = 0) => Number((from + (cell - 0.5) * step).toFixed(digits));
  return {
    x: rings.flatMap((ring) => [...ring.map(([column]) => place(x1, column)), null]),
    y: rings.flatMap((ring) => [...ring.map(([, row]) => place(x2, row)), null]),
  };
}
