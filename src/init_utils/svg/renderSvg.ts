import { colors } from "../figure/colors.js";
import type { Figure } from "../figure/Figure.js";
import { drawAnnotation } from "./drawAnnotation.js";
import { drawAxes, drawGrid } from "./drawAxes.js";
import { drawLegend } from "./drawLegend.js";
import { drawTrace } from "./drawTrace.js";
import { element, escapeXml } from "./element.js";
import { type Frame, frameOf, lineHeight, margin } from "./Frame.js";
import { fontSize, text } from "./text.js";

/**
 * Draws a figure as an SVG document. The same figure gives the same text.
 *
 * It stands on opaque white, so that it can be read on a dark page too, and uses the viewer's sans-serif font.
 *
 * @param description what the picture shows, for those who cannot see it
 */
export function renderSvg(figure: Figure, description: string): string {
  const { width, height } = figure.layout;
  const frame = frameOf(figure);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "font-family": "sans-serif",
      fill: colors.text,
    },
    [
      element("title", {}, escapeXml(description)),
      element("rect", { width, height, fill: colors.paper }),
      drawTitle(frame),
      drawLegend(frame),
      drawGrid(frame),
      drawData(figure, frame),
      drawAxes(frame, figure.layout),
    ].join(""),
  );
}

function drawTitle({ width, titleLines }: Frame): string {
  const attributes = { "font-size": fontSize.title, "text-anchor": "middle" };
  return titleLines
    .map((line, i) => text(width / 2, margin.outer + (i + 0.75) * lineHeight.title, line, attributes))
    .join("");
}

function drawData({ data, layout }: Figure, frame: Frame): string {
  const { left: x, top: y, right, bottom } = frame;
  const area = element("rect", { x, y, width: right - x, height: bottom - y });
  const traces = data.map((trace, index) => drawTrace(trace, index, frame)).join("");
  return (
    element("clipPath", { id: "area" }, area) +
    element("g", { "clip-path": "url(#area)" }, traces) +
    (layout.annotations ?? []).map((annotation) => drawAnnotation(annotation, frame)).join("")
  );
}
