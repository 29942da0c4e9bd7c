import type { Segment, SourcePositions } from "../run/originalPosition.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The `mappings` of a source map with one source, by line.
 *
 * Source: ECMA-426, "Source map format"
 */
export function decodeMappings(mappings: string): SourcePositions {
  const positions: Record<number, Segment[]> = {};
  let line = 0;
  let column = 0;
  for (const [index, text] of mappings.split(";").entries()) {
    let scriptColumn = 0;
    const segments: Segment[] = [];
    for (const [forward, , lines, columns] of text.split(",").map(decodeNumbers)) {
      scriptColumn += forward ?? 0;
      if (lines === undefined || columns === undefined) continue;
      line += lines;
      column += columns;
      segments.push([scriptColumn, line, column]);
    }
    // A line that the compiler made up belongs where the text before it came from.
    positions[index] = segments.length > 0 ? segments : [[0, line, column]];
  }
  return positions;
}

/** Base64 digits of five bits each, low ones first, the lowest bit of a number its sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
