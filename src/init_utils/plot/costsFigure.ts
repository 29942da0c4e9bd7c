import type { Annotation, Figure } from "../figure/Figure.js";
import { extent, grouped, padded, type Range } from "./numbers.js";

/** `model()` keeps one cost for so many iterations. */
export const iterationsPerCost = 1000;

const lineColor = "#1f5fa8";

/** The cost curve as a figure; what is not finite stands in an annotation. */
export function costsFigure(costs: readonly number[], title: string): Figure {
  const last = Math.max(costs.length - 1, 1);
  const missing = offTheChart(costs);
  return {
    data: [
      {
        type: "scatter",
        mode: "lines+markers",
        name: "cost",
        x: costs.map((_, i) => i),
        y: costs.map((cost) => (isDrawn(cost) ? cost : null)),
        line: { color: lineColor, width: 2.5 },
        marker: { symbol: "circle", size: 6, color: lineColor },
      },
    ],
    layout: {
      title: { text: title },
      width: 640,
      height: 400,
      xaxis: {
        title: { text: "iterations (thousands)" },
        range: [-0.04 * last, 1.04 * last],
        ...(costs.length <= 16 ? { dtick: costs.length <= 8 ? 1 : 2 } : {}),
      },
      yaxis: { title: { text: "cost" }, range: costRange(costs.filter(isDrawn), missing.length > 0) },
      showlegend: false,
      annotations: missing.length > 0 ? [annotation(missing, costs)] : [],
    },
  };
}

/** Finite, and far enough from the largest double that its axis is finite too. */
function isDrawn(cost: number): boolean {
  return Math.abs(cost) < 1e300;
}

/** The places of the costs that the line leaves out. */
export function offTheChart(costs: readonly number[]): number[] {
  return costs.flatMap((cost, i) => (isDrawn(cost) ? [] : [i]));
}

function costRange(drawn: readonly number[], withNote: boolean): Range {
  if (drawn.length === 0) return [0, 1];
  const [low, high] = padded(extent(drawn), 0.07);
  return [low, withNote ? high + (high - low) * 0.2 : high];
}

function annotation(missing: readonly number[], costs: readonly number[]): Annotation {
  const first = missing[0] ?? 0;
  const inLeftHalf = first <= (costs.length - 1) / 2;
  return {
    text: missingWords(missing, costs),
    x: first,
    xref: "x",
    y: 1,
    yref: "paper",
    xanchor: inLeftHalf ? "left" : "right",
    yanchor: "top",
    showarrow: costs[first] === Number.POSITIVE_INFINITY,
    ax: 0,
    ay: 32,
  };
}

/** "iteration 0: inf", and when there are more than three, how many more. */
export function missingWords(missing: readonly number[], costs: readonly number[]): string {
  const shown = missing
    .slice(0, 3)
    .map((i) => `iteration ${grouped(i * iterationsPerCost)}: ${numpyName(costs[i])}`);
  const more = missing.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

/** The number as NumPy prints it. */
function numpyName(value: number | undefined): string {
  if (Number.isNaN(value)) return "nan";
  return String(value).replace("Infinity", "inf");
}
