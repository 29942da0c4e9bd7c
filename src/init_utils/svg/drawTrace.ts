import type { Trace } from "../figure/Figure.js";
import { element, escapeXml, px } from "./element.js";
import type { Frame } from "./Frame.js";
import { markerAttributes, markerPath } from "./marker.js";

/** One trace: its area, its line and its markers, in a group that has the trace's name as its title. */
export function drawTrace(trace: Trace, index: number, frame: Frame): string {
  const parts = [element("title", {}, escapeXml(trace.name))];
  if (trace.mode.includes("lines")) parts.push(drawLine(trace, frame));
  if (trace.mode.includes("markers")) parts.push(drawMarkers(trace, index, frame));
  return element("g", {}, parts.join(""));
}

function drawLine({ x, y, fill, fillcolor, line }: Trace, frame: Frame): string {
  const strokes = line ? { stroke: line.color, "stroke-width": line.width, "stroke-linejoin": "round" } : {};
  const inside = fill ? { fill: fillcolor ?? "none", "fill-rule": "evenodd" } : { fill: "none" };
  return element("path", { d: linePath(x, y, frame, fill ? "z" : ""), ...inside, ...strokes });
}

/** A path through the points; each null ends a piece of it. Areas have many points, so 1/10 pixel is enough. */
function linePath(x: Trace["x"], y: Trace["y"], frame: Frame, close: string): string {
  let path = "";
  let command = "M";
  for (let i = 0; i < x.length; i++) {
    const point = place(x[i], y[i], frame);
    if (point) path += `${command}${tenth(point[0])} ${tenth(point[1])}`;
    else if (command === "L") path += close;
    command = point ? "L" : "M";
  }
  return command === "L" ? path + close : path;
}

function drawMarkers({ x, y, marker }: Trace, index: number, frame: Frame): string {
  if (!marker) return "";
  const id = `marker${index}`;
  const sign = element("defs", {}, element("path", { id, d: markerPath(marker.symbol, marker.size) }));
  const uses = x.map((value, i) => {
    const point = place(value, y[i], frame);
    return point ? `<use href="#${id}" x="${px(point[0])}" y="${px(point[1])}"/>` : "";
  });
  return element("g", markerAttributes(marker), sign + uses.join(""));
}

function place(
  x: number | null | undefined,
  y: number | null | undefined,
  frame: Frame,
): [number, number] | undefined {
  return Number.isFinite(x) && Number.isFinite(y) ? [frame.x(x as number), frame.y(y as number)] : undefined;
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
