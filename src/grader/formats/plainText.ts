import { printable } from "../submission/index.js";

const longestLine = 1000;

/**
 * Lines of text that may hold anything a student wrote, made fit for a system that shows them as they are: printable,
 * without empty lines at the end, and cut where it is long.
 *
 * @param length how many characters may remain
 */
export function plainText(lines: readonly string[], length: number = 4000): string {
  const kept: string[] = [];
  let left = length;
  for (const line of lines
    .join("\n")
    .trimEnd()
    .split(/\r\n?|\n/)) {
    const shown = printable(line.replaceAll("\t", "    "), longestLine);
    left -= shown.length + 1;
    if (left < 0) return [...kept, "…"].join("\n");
    kept.push(shown);
  }
  return kept.join("\n");
}
