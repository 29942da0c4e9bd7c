import { cut } from "../values/attempt.js";
import { mostText, TooLarge } from "../values/limits.js";
import {
  bigIntToString,
  charCodeAt,
  copyInto,
  descriptionOf,
  min,
  NativeArrayBuffer,
  NativeDataView,
  NativeUint8Array,
  setFloat,
} from "../values/primordials.js";
import { tags } from "../values/tags.js";

const largestBigInt = 1n << 65536n;

/** Bytes that grow up to a limit. Whole numbers are written seven bits at a time, the lowest first. */
export class Writer {
  readonly #most: number;
  #capacity = 256;
  #buffer = new NativeArrayBuffer(256);
  #bytes = new NativeUint8Array(this.#buffer);
  #view = new NativeDataView(this.#buffer);
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get room(): number {
    return this.#most - this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** @param value a whole number of at least 0 */
  count(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = (rest - (rest % 128)) / 128;
    }
    this.byte(rest);
  }

  float(value: number): void {
    this.#reserve(8);
    setFloat(this.#view, this.#length, value);
    this.#length += 8;
  }

  /** One byte for each unit where that is enough, else two: any string of JavaScript's, lone surrogates too. */
  text(value: string): void {
    const { length } = value;
    this.#reserve(length);
    let wide = 0;
    for (let i = 0; i < length && wide === 0; i++) if (charCodeAt(value, i) > 255) wide = 1;
    this.count(length * 2 + wide);
    this.#reserve(length * (wide + 1));
    for (let i = 0; i < length; i++) {
      const unit = charCodeAt(value, i);
      this.#bytes[this.#length++] = unit % 256;
      if (wide === 1) this.#bytes[this.#length++] = (unit - (unit % 256)) / 256;
    }
  }

  /** A value that is no object. */
  plain(value: unknown): void {
    if (typeof value === "number") {
      this.byte(tags.number);
      this.float(value);
    } else if (typeof value === "string") this.#tagged(tags.string, value);
    else if (typeof value === "bigint") this.#bigint(value);
    else if (typeof value === "symbol")
      this.#tagged(tags.symbol, cut(descriptionOf(value) ?? "", mostText.name));
    else if (typeof value === "boolean") this.byte(value ? tags.true : tags.false);
    else this.byte(value === null ? tags.null : tags.undefined);
  }

  #tagged(tag: number, text: string): void {
    this.byte(tag);
    this.text(text);
  }

  #bigint(value: bigint): void {
    const size = value < 0n ? -value : value;
    if (size > largestBigInt) throw new TooLarge("a bigint of more than 65,536 bits");
    this.#tagged(value < 0n ? tags.negativeBigint : tags.bigint, bigIntToString(size, 16));
  }

  bytes(value: Uint8Array, length: number): void {
    this.#reserve(length);
    copyInto(this.#bytes, value, this.#length);
    this.#length += length;
  }

  finish(): Uint8Array {
    const bytes = new NativeUint8Array(this.#length);
    copyInto(bytes, new NativeUint8Array(this.#buffer, 0, this.#length), 0);
    return bytes;
  }

  /** @throws TooLarge before anything of that size is made */
  #reserve(count: number): void {
    if (count > this.room) throw new TooLarge(`more than ${this.#most} bytes`);
    if (this.#length + count <= this.#capacity) return;
    this.#capacity = min(this.#most, (this.#length + count) * 2);
    const old = this.#bytes;
    this.#buffer = new NativeArrayBuffer(this.#capacity);
    this.#bytes = new NativeUint8Array(this.#buffer);
    this.#view = new NativeDataView(this.#buffer);
    copyInto(this.#bytes, old, 0);
  }
}
