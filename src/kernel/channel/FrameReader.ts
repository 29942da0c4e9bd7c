import { cellLength, decodeParcel, headLength, kinds, type StreamText } from "./frames.js";

/** Puts frames together from the pieces in which a pipe delivers them. */
export class FrameReader<T extends object> {
  readonly #onText: (text: StreamText) => void;
  readonly #onJson: (value: T, buffers: Uint8Array[]) => void;
  #pieces: Buffer[] = [];
  #length = 0;
  /** How much the frame that has begun needs; pieces are joined only when all of it is there. */
  #needed = headLength;

  constructor(onText: (text: StreamText) => void, onJson: (value: T, buffers: Uint8Array[]) => void) {
    this.#onText = onText;
    this.#onJson = onJson;
  }

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length < this.#needed) return;
    const bytes = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces, this.#length);
    let at = 0;
    this.#needed = headLength;
    while (bytes.length - at >= headLength) {
      const end = at + 4 + bytes.readUInt32LE(at);
      if (end > bytes.length) {
        this.#needed = end - at;
        break;
      }
      this.#deliver(bytes.readUInt8(at + 4), bytes, at + headLength, end);
      at = end;
    }
    this.#pieces = at < bytes.length ? [bytes.subarray(at)] : [];
    this.#length = bytes.length - at;
  }

  #deliver(kind: number, bytes: Buffer, start: number, end: number): void {
    if (kind === kinds.json) {
      this.#onJson(JSON.parse(bytes.toString("utf8", start, end)) as T, []);
      return;
    }
    if (kind === kinds.parcel) {
      const { json, buffers } = decodeParcel(bytes.subarray(start, end));
      this.#onJson(JSON.parse(json) as T, buffers);
      return;
    }
    const stream = kind === kinds.stdout ? "stdout" : "stderr";
    const text = bytes.toString("utf8", start + cellLength, end);
    this.#onText({ stream, cell: bytes.readUInt32LE(start), text });
  }
}
