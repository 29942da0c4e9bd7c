import type { Figure } from "../figure/Figure.js";
import { showFigure } from "../figure/showFigure.js";
import { classes, onWhite } from "./classes.js";
import { type LabelledPoints, labelledPoints } from "./LabelledPoints.js";
import { comparable, extent, padded, short } from "./numbers.js";
import { countWords, pointTraces } from "./pointTraces.js";

export interface PlotDataOptions {
  /** Above the plot; "The data" by default. */
  title?: string;
  /** Whether the output carries what makes all plots of the notebook live; one output should, and later ones need not. */
  carriesPlotly?: boolean;
}

/**
 * Draws labelled points of the plane as a scatter plot: class 0 as red circles, class 1 as blue diamonds.
 *
 * @param X the points, of shape (2, m): a row for each coordinate
 * @param Y their classes, 0 or 1, of shape (1, m)
 * @throws TypeError for other shapes, RangeError for coordinates that are not finite and other classes.
 */
export function plot_data(X: unknown, Y: unknown, options: PlotDataOptions = {}): void {
  const { title = "The data", carriesPlotly = false } = options;
  const points = labelledPoints("plot_data", X, Y);
  showFigure(dataFigure(points, title), describeData(points, title), { carriesPlotly });
}

/** The scatter plot as a figure. */
export function dataFigure(points: LabelledPoints, title: string): Figure {
  const x = padded(extent(points.x1), 0.06);
  const y = padded(extent(points.x2), 0.06);
  const equal = comparable(x, y) ? ({ scaleanchor: "x", constrain: "domain" } as const) : {};
  return {
    data: pointTraces(points, (style) => style.color, onWhite),
    layout: {
      title: { text: title },
      width: 560,
      height: 560,
      xaxis: { title: { text: "x1" }, range: x, constrain: "domain" },
      yaxis: { title: { text: "x2" }, range: y, ...equal },
      showlegend: true,
    },
  };
}

/** What the scatter plot shows, in words. */
export function describeData(points: LabelledPoints, title: string): string {
  const [x1, x2] = [extent(points.x1), extent(points.x2)];
  return [
    `${title}: scatter plot of ${countWords(points)}.`,
    `x1 goes from ${short(x1[0])} to ${short(x1[1])}, x2 from ${short(x2[0])} to ${short(x2[1])}.`,
    ...classes.map((style) => distanceWords(points, style.label, style.colorName)),
  ]
    .filter(Boolean)
    .join(" ");
}

function distanceWords({ x1, x2, label }: LabelledPoints, wanted: number, color: string): string {
  const distances = x1.map((x, i) => Math.hypot(x, x2[i] ?? 0)).filter((_, i) => label[i] === wanted);
  if (distances.length === 0) return "";
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const [nearest, farthest] = extent(distances);
  return `The ${color} points are ${short(nearest)} to ${short(farthest)} away from (0, 0), ${short(mean)} on average.`;
}
