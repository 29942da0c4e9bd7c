/** Bytes that are put together piece by piece, up to a limit. */
export class ByteBuffer {
  readonly #limit: number;
  readonly #tooLong: () => Error;
  #bytes = Buffer.allocUnsafe(1 << 14);
  #length = 0;

  constructor(limit: number, tooLong: () => Error) {
    this.#limit = limit;
    this.#tooLong = tooLong;
  }

  /** @param piece bytes, or text of which each character stands for one byte */
  add(piece: Uint8Array | string): void {
    const end = this.#length + piece.length;
    if (end > this.#limit) throw this.#tooLong();
    if (end > this.#bytes.length) this.#grow(end);
    if (typeof piece === "string") this.#bytes.write(piece, this.#length, "latin1");
    else this.#bytes.set(piece, this.#length);
    this.#length = end;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(length: number): void {
    const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#bytes.length));
    larger.set(this.bytes());
    this.#bytes = larger;
  }
}
