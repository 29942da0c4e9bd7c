// Taken at once: a cell may declare a Math of its own, or patch this one.
const { max } = Math;

/** Line and column, both from 1, in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** From a column of a script's line on: the line and column of the cell, all from 0. */
export type Segment = readonly [scriptColumn: number, line: number, column: number];

/** By the script's line, from 0. A line that is missing is the cell's own. */
export type SourcePositions = Readonly<Record<number, readonly Segment[]>>;

/** Where in the cell a place of its script comes from. */
export function originalPosition(script: { readonly positions?: SourcePositions }, place: Place): Place {
  const segments = script.positions?.[place.line - 1];
  if (segments === undefined) return place;
  const column = place.column - 1;
  const segment = segments.findLast(([start]) => start <= column) ?? segments[0];
  if (segment === undefined) return place;
  const [start, line, original] = segment;
  return { line: line + 1, column: original + max(0, column - start) + 1 };
}
