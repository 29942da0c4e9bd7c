import { MalformedValue } from "../values/limits.js";
import {
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  bytesOf,
  charCodeAt,
  copyInto,
  fromCharCode,
  getFloat,
  isSafeInteger,
  NativeDataView,
  NativeUint8Array,
  toBigInt,
  toSymbol,
} from "../values/primordials.js";
import { tags } from "../values/tags.js";

/** Of a bigint, in hexadecimal. */
const mostDigits = 16385;

/** Reads what a Writer wrote, and believes none of it. */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #length: number;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#length = byteLengthOf(bytes);
    this.#view = new NativeDataView(bufferOf(bytes), byteOffsetOf(bytes), this.#length);
  }

  /** How many bytes are left. */
  get rest(): number {
    return this.#length - this.#position;
  }

  byte(): number {
    this.expect(1);
    return this.#bytes[this.#position++]!;
  }

  count(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 53; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (!isSafeInteger(value)) break;
      if (byte < 128) return value;
    }
    throw new MalformedValue("a number that is too large");
  }

  /** The number of things that follow, each of which takes `size` bytes at least. */
  countOf(size: number): number {
    const count = this.count();
    this.expect(count * size);
    return count;
  }

  float(): number {
    this.expect(8);
    this.#position += 8;
    return getFloat(this.#view, this.#position - 8);
  }

  text(): string {
    const head = this.count();
    const wide = head % 2;
    const length = (head - wide) / 2;
    this.expect(length * (wide + 1));
    let text = "";
    for (let i = 0; i < length; i++) {
      const low = this.byte();
      text += fromCharCode(wide === 0 ? low : low + 256 * this.byte());
    }
    return text;
  }

  /** A value that is no object. */
  plain(tag: number): unknown {
    switch (tag) {
      case tags.undefined:
        return undefined;
      case tags.null:
        return null;
      case tags.false:
      case tags.true:
        return tag === tags.true;
      case tags.number:
        return this.float();
      case tags.bigint:
        return this.#bigint();
      case tags.negativeBigint:
        return -this.#bigint();
      case tags.string:
        return this.text();
      case tags.symbol:
        return toSymbol(this.text());
      default:
        throw new MalformedValue("a hole that is in no array");
    }
  }

  #bigint(): bigint {
    const digits = this.text();
    const { length } = digits;
    if (length === 0 || length > mostDigits) throw new MalformedValue("a bigint that is too long");
    for (let i = 0; i < length; i++) {
      const unit = charCodeAt(digits, i);
      if (!((unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102)))
        throw new MalformedValue("a bigint that has other digits");
    }
    return toBigInt(`0x${digits}`);
  }

  /** A copy. */
  bytes(length: number): Uint8Array {
    this.expect(length);
    const copy = new NativeUint8Array(length);
    copyInto(copy, bytesOf(this.#bytes, this.#position, length), 0);
    this.#position += length;
    return copy;
  }

  expect(count: number): void {
    if (!(count <= this.rest)) throw new MalformedValue(`${count} bytes more, but there are ${this.rest}`);
  }
}
