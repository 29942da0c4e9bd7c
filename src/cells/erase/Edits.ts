import type { Segment } from "../run/originalPosition.js";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replacements in a text, given in any order, applied at once. None of them adds or removes a line. */
export class Edits {
  readonly #edits: Edit[] = [];

  constructor(readonly text: string) {}

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Puts text at the start of a range that is long enough, and spaces where the rest was. */
  overwrite(start: number, end: number, text = ""): void {
    this.replace(start, end, text + spaces(this.text.slice(start, end)).slice(text.length));
  }

  apply(): string {
    let result = "";
    let done = 0;
    for (const { start, end, text } of this.#sorted()) {
      result += this.text.slice(done, start) + text;
      done = end;
    }
    return result + this.text.slice(done);
  }

  /** For lines whose columns move: the segments before, in (0-based) line and column of this text. */
  movedLines(lineStarts: readonly number[]): Map<number, Segment[]> {
    const moved = new Map<number, Segment[]>();
    for (const { start, end, text } of this.#sorted()) {
      // Nothing moves where the length stays, or where nothing follows on the line.
      if (text.length === end - start || /^[ \t]*(?![^\n\r\u2028\u2029])/.test(this.text.slice(end)))
        continue;
      const line = lineStarts.findLastIndex((lineStart) => lineStart <= end);
      const column = end - (lineStarts[line] ?? 0);
      const segments = moved.get(line) ?? [[0, line, 0]];
      moved.set(line, segments);
      const [from, , original] = segments.at(-1) ?? [0, line, 0];
      const startColumn = Math.max(0, start - (lineStarts[line] ?? 0));
      const scriptColumn = from + (startColumn - original) + text.length;
      segments.push([scriptColumn, line, column]);
    }
    return moved;
  }

  #sorted(): Edit[] {
    // Equal starts keep the order in which they were given: Array.prototype.sort is stable.
    return [...this.#edits].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** A text of the same length and lines, with nothing in it. */
export function spaces(text: string): string {
  return text.replaceAll(/[^\n\r\u2028\u2029]/g, " ");
}
