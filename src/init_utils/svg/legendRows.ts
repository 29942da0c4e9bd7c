import type { Trace } from "../figure/Figure.js";
import { fontSize, textWidth } from "./text.js";

export interface LegendEntry {
  readonly trace: Trace;
  readonly width: number;
}

export const swatch = { width: 16, gap: 7, after: 14 } as const;

/** The legend's entries, shared out to as many rows as they need. */
export function legendRows(traces: readonly Trace[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  for (const trace of traces) {
    const entry = { trace, width: entryWidth(trace) };
    const row = rows.at(-1);
    if (row && rowWidth(row) + entry.width <= width) row.push(entry);
    else rows.push([entry]);
  }
  return rows;
}

export function rowWidth(row: readonly LegendEntry[]): number {
  return row.reduce((sum, entry) => sum + entry.width, 0);
}

function entryWidth({ name }: Trace): number {
  return swatch.width + swatch.gap + textWidth(name, fontSize.label) + swatch.after;
}
