import { type Attributes, element, escapeXml } from "./element.js";

/** Sizes in pixels: nothing is smaller than 12. */
export const fontSize = { title: 17, axisTitle: 14, label: 13 } as const;

/** Text at a place; `attributes` may turn or anchor it. */
export function text(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return element("text", { x, y, ...attributes }, escapeXml(content) || " ");
}

/**
 * How wide a text may be, in pixels. The viewer's own font is not known here, so this is the width in a wide
 * one (Verdana, DejaVu Sans): an estimate on the safe side.
 */
export function textWidth(content: string, size: number): number {
  return [...content].length * size * 0.6;
}

/** Breaks a text at spaces so that every line fits the width. */
export function wrapText(content: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
