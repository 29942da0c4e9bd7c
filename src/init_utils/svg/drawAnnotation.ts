import { colors } from "../figure/colors.js";
import type { Annotation } from "../figure/Figure.js";
import { element } from "./element.js";
import type { Frame } from "./Frame.js";
import { fontSize, text } from "./text.js";

const color = colors.note;

/** A note with an arrow to the upper end of the plot. */
export function drawAnnotation({ x, ay, xanchor, showarrow, text: note }: Annotation, frame: Frame): string {
  const head = { x: frame.x(x), y: frame.top + 2 };
  const tail = head.y + ay;
  const arrow = `M${head.x} ${tail}V${head.y + 8}M${head.x - 4.5} ${head.y + 10}l4.5-10 4.5 10z`;
  const anchor = xanchor === "left" ? "start" : "end";
  const side = xanchor === "left" ? 9 : -9;
  const drawn = showarrow ? element("path", { d: arrow, stroke: color, fill: color }) : "";
  const attributes = { "font-size": fontSize.label, "text-anchor": anchor, fill: color };
  return drawn + text(head.x + side, tail, note, attributes);
}
