import type { StreamName, StreamText } from "../channel/frames.js";

/** About a hundred messages a second for each stream. */
const intervalMs = 10;
/** Characters; a message is sent on its own, and larger ones make clients stutter. */
const longestMessage = 512 * 1024;
/** Alternating streams keep their order up to so many changes an interval; beyond it, each stream keeps its own. */
const mostChanges = 16;

interface Piece {
  readonly cell: number;
  readonly stream: StreamName;
  readonly texts: string[];
  length: number;
}

/** Joins what cells write to few messages, without keeping the reader waiting. */
export class OutputStreams {
  readonly #publish: (text: StreamText) => void;
  #pieces: Piece[] = [];
  #length = 0;
  #timer: NodeJS.Timeout | undefined;
  #lastFlush = 0;

  constructor(publish: (text: StreamText) => void) {
    this.#publish = publish;
  }

  /** Characters that wait. */
  get length(): number {
    return this.#length;
  }

  write({ cell, stream, text }: StreamText): void {
    if (text === "") return;
    let piece = this.#pieces.at(-1);
    if (piece?.cell !== cell || piece.stream !== stream) {
      const known = this.#pieces.findLast((one) => one.cell === cell && one.stream === stream);
      if (known !== undefined && this.#pieces.length >= mostChanges) {
        piece = known;
      } else {
        piece = { cell, stream, texts: [], length: 0 };
        this.#pieces.push(piece);
      }
    }
    piece.texts.push(text);
    piece.length += text.length;
    this.#length += text.length;
    this.#schedule();
  }

  /** Publishes everything that waits; called before any other kind of output, and before `idle`. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastFlush = performance.now();
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#length = 0;
    for (const { cell, stream, texts } of pieces) {
      for (const text of slices(texts.join(""))) this.#publish({ cell, stream, text });
    }
  }

  #schedule(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#lastFlush + intervalMs - performance.now());
    this.#timer = setTimeout(() => this.flush(), wait);
  }
}

function* slices(text: string): Iterable<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + longestMessage);
    // A pair of surrogates is one character.
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    yield text.slice(start, end);
    start = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
