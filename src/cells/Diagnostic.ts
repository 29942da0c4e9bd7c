/** Something wrong with a cell, at a place in it. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Diagnostic {
  /** Offset from the start of the cell, in code units. */
  readonly start: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  /** TypeScript's number for it, 0 when the message is our own. */
  readonly code: number;
  readonly message: string;
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/g;

/** Fills in line and column, and keeps the range inside of the text. */
export function diagnosticAt(
  text: string,
  place: { start: number; length: number },
  code: number,
  message: string,
): Diagnostic {
  const start = Math.min(Math.max(place.start, 0), text.length);
  const length = Math.min(Math.max(place.length, 0), text.length - start);
  let line = 1;
  let lineStart = 0;
  for (const found of text.slice(0, start).matchAll(lineBreak)) {
    line++;
    lineStart = found.index + found[0].length;
  }
  return { start, length, line, column: start - lineStart + 1, code, message };
}
