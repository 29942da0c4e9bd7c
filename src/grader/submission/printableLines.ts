import { printable } from "./printable.js";

/** How much of a text is kept: characters of a line, lines, and characters of all that is looked at. */
export interface TextLimits {
  readonly columns: number;
  readonly lines: number;
}

/**
 * Makes a stranger's text of several lines fit to be shown: each line printable, and cut where it is long.
 *
 * @returns the text; "…" in the place of lines that are left out
 *
 * @example
 * printableLines("a\u0007\nb\nc", { columns: 80, lines: 2 }).split("\n").join(" | "); // a\u{7} | b | …
 */
export function printableLines(text: string, { columns, lines: most }: TextLimits): string {
  const lines = text.slice(0, (most + 1) * (columns + 1)).split("\n");
  const kept = lines.slice(0, most).map((line) => printable(line, columns));
  return [...kept, ...(lines.length > most ? ["…"] : [])].join("\n");
}
