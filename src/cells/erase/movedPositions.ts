import type { Segment, SourcePositions } from "../run/originalPosition.js";
import type { Edits } from "./Edits.js";

/** The positions of an edited text, given those of the text before; undefined when no column moved. */
export function movedPositions(
  edits: Edits,
  lineStarts: readonly number[],
  before: SourcePositions | undefined,
): SourcePositions | undefined {
  const moved = edits.movedLines(lineStarts);
  if (moved.size === 0) return before;
  if (before === undefined) return Object.fromEntries(moved);
  const after: Record<number, readonly Segment[]> = { ...before };
  for (const [line, moves] of moved) {
    after[line] = (before[line] ?? [[0, line, 0] as const]).map(([column, ...original]) => {
      const [to, , from] = moves.findLast(([, , start]) => start <= column) ?? [0, line, 0];
      return [to + column - from, ...original] as const;
    });
  }
  return after;
}
