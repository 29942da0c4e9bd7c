import { headLength, mostAnswerBytes } from "./frames.js";

export interface Answer {
  readonly kind: number;
  /** The number of the question. */
  readonly number: Buffer;
  readonly body: Buffer;
}

/**
 * Puts a guest's answers together from the pieces in which a pipe delivers them. What is no frame makes it stop
 * for good: whoever writes it may write anything.
 */
export class FrameReader {
  readonly #onAnswer: (answer: Answer) => void;
  readonly #onBreach: () => void;
  #pieces: Buffer[] = [];
  #length = 0;
  #needed = 4;
  #broken = false;

  constructor(onAnswer: (answer: Answer) => void, onBreach: () => void) {
    this.#onAnswer = onAnswer;
    this.#onBreach = onBreach;
  }

  push(piece: Buffer): void {
    if (this.#broken) return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length >= this.#needed) this.#read(Buffer.concat(this.#pieces, this.#length));
  }

  #read(bytes: Buffer): void {
    let at = 0;
    this.#needed = 4;
    while (bytes.length - at >= 4) {
      const length = bytes.readUInt32LE(at);
      if (length < headLength || length > mostAnswerBytes) {
        this.#breach();
        return;
      }
      this.#needed = 4 + length;
      if (bytes.length - at < this.#needed) break;
      const frame = bytes.subarray(at + 4, at + this.#needed);
      at += this.#needed;
      this.#needed = 4;
      this.#onAnswer({
        kind: frame[0]!,
        number: frame.subarray(1, headLength),
        body: frame.subarray(headLength),
      });
    }
    const rest = bytes.subarray(at);
    this.#pieces = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
  }

  #breach(): void {
    this.#broken = true;
    this.#pieces = [];
    this.#onBreach();
  }
}
