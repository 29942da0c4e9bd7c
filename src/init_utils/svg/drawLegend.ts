import type { Trace } from "../figure/Figure.js";
import { element } from "./element.js";
import { type Frame, lineHeight, margin } from "./Frame.js";
import { type LegendEntry, rowWidth, swatch } from "./legendRows.js";
import { markerAttributes, markerPath } from "./marker.js";
import { fontSize, text } from "./text.js";

/** The legend, in centred rows between title and plot. */
export function drawLegend(frame: Frame): string {
  const first = margin.outer + frame.titleLines.length * lineHeight.title;
  const rows = frame.legend.map((row, i) =>
    drawRow(row, (frame.width - rowWidth(row)) / 2, first + (i + 0.5) * lineHeight.legend),
  );
  return rows.length > 0 ? element("g", { "font-size": fontSize.label }, rows.join("")) : "";
}

function drawRow(row: readonly LegendEntry[], left: number, middle: number): string {
  let x = left;
  return row
    .map(({ trace, width }) => {
      const drawn =
        element("g", { transform: `translate(${x + swatch.width / 2} ${middle})` }, drawSwatch(trace)) +
        text(x + swatch.width + swatch.gap, middle + 4.5, trace.name);
      x += width;
      return drawn;
    })
    .join("");
}

function drawSwatch({ fill, fillcolor, mode, line, marker }: Trace): string {
  const half = swatch.width / 2;
  if (fill) {
    return element("rect", { x: -half, y: -7, width: swatch.width, height: 14, fill: fillcolor ?? "none" });
  }
  const stroke =
    line && mode.includes("lines")
      ? element("path", { d: `M${-half} 0H${half}`, stroke: line.color, "stroke-width": line.width })
      : "";
  const sign = marker
    ? element("path", { d: markerPath(marker.symbol, marker.size), ...markerAttributes(marker) })
    : "";
  return stroke + sign;
}
