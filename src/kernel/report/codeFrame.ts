import { native } from "../channel/native.js";
import { paint } from "./paint.js";

interface Mark {
  /** Both from 1; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** How many characters are wrong; at least the first is marked. */
  readonly length?: number;
  /** Lines to show before and after. */
  readonly around?: number;
}

const longestLine = 160;

/** The lines around a place in a cell, the line itself marked, and a caret beneath it. */
export function codeFrame(source: string, { line, column, length = 1, around = 2 }: Mark): string[] {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const first = native.Math.max(1, line - around);
  const last = native.Math.min(lines.length, line + around);
  const width = native.String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? "";
    const label = native.String(number).padStart(width);
    // The start of a line that is too long would not show what is wrong.
    const skipped = number === line ? native.Math.max(0, column - longestLine + 40) : 0;
    const shown = text.slice(skipped, skipped + longestLine);
    if (number !== line) {
      frame.push(paint.faint(`    ${label} | ${shown}`.trimEnd()));
      continue;
    }
    const indent = shown.slice(0, column - 1 - skipped).replaceAll(/[^\t]/g, " ");
    const carets = "^".repeat(native.Math.max(1, native.Math.min(length, shown.length - indent.length)));
    frame.push(`${paint.red("--> ")}${label} | ${shown}`);
    frame.push(`    ${" ".repeat(width)} | ${indent}${paint.red(carets)}`);
  }
  return frame;
}
