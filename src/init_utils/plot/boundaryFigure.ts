import type { Figure, Trace } from "../figure/Figure.js";
import type { DecisionGrid } from "../regions/DecisionGrid.js";
import { type Outline, regionOutlines } from "../regions/regionOutlines.js";
import { type ClassStyle, classes, onRegion } from "./classes.js";
import type { LabelledPoints } from "./LabelledPoints.js";
import { comparable, type Range } from "./numbers.js";
import { pointTraces } from "./pointTraces.js";

/** All that a plot of a decision boundary shows. */
export interface Boundary {
  readonly points: LabelledPoints;
  readonly grid: DecisionGrid;
  /** For each point of the grid: 0 or 1. */
  readonly decisions: Uint8Array;
  readonly title: string;
  readonly xRange: Range;
  readonly yRange: Range;
}

/** The decision boundary as a figure: two regions, and the data on top. */
export function boundaryFigure(boundary: Boundary): Figure {
  const { points, title, xRange, yRange } = boundary;
  const outlines = regionOutlines(boundary.decisions, boundary.grid);
  const equal = comparable(xRange, yRange) ? ({ scaleanchor: "x", constrain: "domain" } as const) : {};
  return {
    data: [
      ...classes.map((style) => regionTrace(outlines[style.label], style)),
      ...pointTraces(
        points,
        (style) => style.lightColor,
        () => onRegion,
      ),
    ],
    layout: {
      title: { text: title },
      width: 560,
      height: 560,
      xaxis: { title: { text: "x1" }, range: xRange, constrain: "domain" },
      yaxis: { title: { text: "x2" }, range: yRange, ...equal },
      showlegend: true,
    },
  };
}

function regionTrace(outline: Outline, { label, regionColor }: ClassStyle): Trace {
  return {
    type: "scatter",
    mode: "lines",
    name: `predicted ${label}`,
    ...outline,
    fill: "toself",
    fillcolor: regionColor,
    // In the region's own colour: without it a bright seam would stand between the regions.
    line: { color: regionColor, width: 1 },
    hoverinfo: "name",
  };
}
