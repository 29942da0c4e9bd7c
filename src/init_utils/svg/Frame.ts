import type { Figure, Layout } from "../figure/Figure.js";
import { axisTicks, type Tick } from "./axisTicks.js";
import { type LegendEntry, legendRows } from "./legendRows.js";
import { fontSize, textWidth, wrapText } from "./text.js";

/** Where everything stands, in pixels from the upper left corner of the picture. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The plot itself, within its axes. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly titleLines: readonly string[];
  readonly legend: readonly (readonly LegendEntry[])[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** From units of an axis to pixels. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export const lineHeight = { title: 22, legend: 24 } as const;
export const margin = { outer: 14, bottom: 58, axisTitle: 30, tick: 8 } as const;

/** About how many pixels apart ticks are. */
const tickDistance = { x: 72, y: 48 } as const;

/** Shares a picture out: the title's lines and the legend above, axis titles and tick labels around the plot. */
export function frameOf({ data, layout }: Figure): Frame {
  const { width, height, xaxis, yaxis } = layout;
  const inner = width - 2 * margin.outer;
  const titleLines = wrapText(layout.title.text, fontSize.title, inner);
  const legend = layout.showlegend ? legendRows(data, inner) : [];
  const top =
    margin.outer + titleLines.length * lineHeight.title + legend.length * lineHeight.legend + margin.tick;
  const bottom = height - margin.bottom;
  // On equal scales the same distance makes the grid square.
  const yTickDistance = yaxis.scaleanchor === "x" ? tickDistance.x : tickDistance.y;
  const yTicks = axisTicks(yaxis, Math.max(2, (bottom - top) / yTickDistance));
  const labels = Math.max(...yTicks.map(({ label }) => textWidth(label, fontSize.label)), 0);
  const left = margin.outer + margin.axisTitle + labels;
  const right = width - margin.outer - margin.tick;
  const box = equalScale(layout, { left, right, top, bottom });
  const xTicks = axisTicks(xaxis, Math.max(2, (box.right - box.left) / tickDistance.x));
  const x = scale(xaxis.range, box.left, box.right);
  const y = scale(yaxis.range, box.bottom, box.top);
  return { width, height, ...box, titleLines, legend, xTicks, yTicks, x, y };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shrinks the plot, when the layout asks for it, until one unit is equally long on both axes. */
function equalScale({ xaxis, yaxis }: Layout, box: Box): Box {
  if (yaxis.scaleanchor !== "x") return box;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const xSpan = xaxis.range[1] - xaxis.range[0];
  const ySpan = yaxis.range[1] - yaxis.range[0];
  const perUnit = Math.min(width / xSpan, height / ySpan);
  const side = (width - perUnit * xSpan) / 2;
  return {
    left: box.left + side,
    right: box.right - side,
    top: box.top,
    bottom: box.top + perUnit * ySpan,
  };
}

function scale([low, high]: readonly [number, number], from: number, to: number): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
