import type { Line, Trace } from "../figure/Figure.js";
import { type ClassStyle, classes } from "./classes.js";
import type { LabelledPoints } from "./LabelledPoints.js";

/** One trace of markers for each class. */
export function pointTraces(
  points: LabelledPoints,
  color: (style: ClassStyle) => string,
  outline: (style: ClassStyle) => Line,
): Trace[] {
  return classes.map((style) => {
    const ofClass = (_: number, i: number) => points.label[i] === style.label;
    return {
      type: "scatter",
      mode: "markers",
      name: `y = ${style.label} (${style.colorName})`,
      x: points.x1.filter(ofClass),
      y: points.x2.filter(ofClass),
      marker: { symbol: style.symbol, size: style.size, color: color(style), line: outline(style) },
    };
  });
}

/** "300 points, 150 with y = 0 (red circles) and 150 with y = 1 (blue diamonds)" */
export function countWords({ label }: LabelledPoints): string {
  const counts = classes.map((style) => {
    const count = label.filter((value) => value === style.label).length;
    return `${count} with y = ${style.label} (${style.colorName} ${style.shapeName}s)`;
  });
  return `${label.length} ${label.length === 1 ? "point" : "points"}, ${counts.join(" and ")}`;
}
