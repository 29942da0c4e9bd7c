import { printable } from "../submission/index.js";

/** What a terminal makes of a piece of text. */
export type Paint = (text: string) => string;

const mostLines = 40;

/**
 * Writes text for a terminal: sentences are broken between words, what was printed keeps its lines, and nothing that
 * is written steers the terminal.
 */
export class Writer {
  readonly #width: number;
  readonly #lines: string[] = [];

  /** @param width in characters */
  constructor(width: number) {
    this.#width = width;
  }

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
  }

  /** A line with something at its right end, where there is room for it. */
  ends(left: string, right: string, paint: Paint = same): void {
    const [start, end] = [shown(left), shown(right)];
    const space = this.#width - lengthOf(start) - lengthOf(end);
    if (space >= 2) this.#lines.push(paint(start + " ".repeat(space) + end));
    else this.#lines.push(...[...wrapWords(start, this.#width), `  ${end}`].map((line) => paint(line)));
  }

  /** How many characters fit into a line of that style. */
  room({ indent = 0, label = "" }: Style): number {
    return Math.max(20, this.#width - indent - (label === "" ? 0 : labelWidth));
  }

  /** Sentences, with a word before them in a column of its own. */
  prose(text: string, { indent = 0, label = "", paint = same }: Style = {}): void {
    const start = label === "" ? "" : label.padEnd(labelWidth);
    const lines = shown(text).split("\n").slice(0, mostLines);
    const width = this.room({ indent, label });
    this.#put(
      lines.flatMap((line) => wrapWords(line, width)),
      { indent, start, paint },
    );
  }

  /** What was printed: lines that are too long go on below. */
  printed(text: string, { indent = 0, label = "", paint = same }: Style = {}): void {
    const start = label === "" ? "" : label.padEnd(labelWidth);
    const lines = shown(text).split("\n").slice(0, mostLines);
    const width = this.room({ indent, label });
    this.#put(
      lines.flatMap((line) => chop(line, width)),
      { indent, start, paint },
    );
  }

  #put(
    lines: readonly string[],
    { indent, start, paint }: { indent: number; start: string; paint: Paint },
  ): void {
    for (const [index, line] of lines.entries()) {
      const before = " ".repeat(indent) + (index === 0 ? start : " ".repeat(start.length));
      this.#lines.push((before + paint(line)).trimEnd());
    }
  }
}

interface Style {
  /** Of every line. */
  readonly indent?: number;
  /** Stands before the first line. */
  readonly label?: string;
  readonly paint?: Paint;
}

const labelWidth = 10;
const same: Paint = (text) => text;

/** Line by line printable, with spaces for tabs; results are cut already where they are long. */
export function shown(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "    ").split("\n");
  return lines.map((line) => printable(line, 2000)).join("\n");
}

function lengthOf(text: string): number {
  return [...text].length;
}

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => chop(one, width))) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function chop(text: string, width: number): string[] {
  const characters = [...text];
  const count = Math.max(1, Math.ceil(characters.length / width));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * width, (index + 1) * width).join(""),
  );
}
