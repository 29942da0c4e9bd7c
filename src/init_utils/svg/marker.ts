import type { Marker, MarkerSymbol } from "../figure/Figure.js";
import { type Attributes, px } from "./element.js";

/** A marker's outline around (0, 0). The diamond is a bit longer than the circle, so that both look equally big. */
export function markerPath(symbol: MarkerSymbol, size: number): string {
  const r = size / 2;
  if (symbol === "circle")
    return `M${px(-r)} 0a${px(r)} ${px(r)} 0 1 1 ${px(size)} 0a${px(r)} ${px(r)} 0 1 1 ${px(-size)} 0z`;
  const d = px(r * 1.3);
  return `M0-${d}L${d} 0 0 ${d}-${d} 0z`;
}

export function markerAttributes({ color, line }: Marker): Attributes {
  return line ? { fill: color, stroke: line.color, "stroke-width": line.width } : { fill: color };
}
