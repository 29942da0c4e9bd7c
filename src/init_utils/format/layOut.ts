/** NumPy's line width, in characters. */
const lineWidth = 75;

/** One axis of an array: which entries are shown, with a gap where the middle is left out. */
export type Shown = ReadonlyArray<number | "...">;

/** NumPy's rule: of more than 1,000 elements only the first and last three along each axis are shown. */
export function shownAlongAxes(shape: readonly number[]): Shown[] {
  const summarize = shape.reduce((product, length) => product * length, 1) > 1000;
  return shape.map((length) => {
    if (!summarize || length <= 6) return Array.from({ length }, (_, i) => i);
    return [0, 1, 2, "...", length - 3, length - 2, length - 1];
  });
}

/**
 * Puts printed elements into brackets and lines: a row breaks before it is 75 characters wide, every axis but the last
 * starts new lines, with a blank line more for each axis further out.
 *
 * @param element prints the element of a flat index
 */
export function layOut(shape: readonly number[], element: (index: number) => string): string {
  const shown = shownAlongAxes(shape);
  const nested = (axis: number, offset: number): string => {
    const stride = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
    const isRow = axis === shape.length - 1;
    const entries = shown[axis]!.map((i) => {
      if (i === "...") return i;
      return isRow ? element(offset + i) : nested(axis + 1, offset + i * stride);
    });
    const indent = " ".repeat(axis + 1);
    if (!isRow) return `[${entries.join("\n".repeat(shape.length - 1 - axis) + indent)}]`;
    return `[${row(entries, indent, lineWidth - axis - 1)}]`;
  };
  return nested(0, 0);
}

/** Words separated by spaces, in lines of at most `width` characters, which all start with the indent. */
function row(words: readonly string[], indent: string, width: number): string {
  const lines: string[] = [];
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > width && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += i < words.length - 1 ? `${word} ` : word;
  });
  return [...lines, line].join("\n").slice(indent.length);
}
