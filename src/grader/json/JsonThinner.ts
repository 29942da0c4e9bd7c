import { UnreadableError } from "../submission/UnreadableError.js";
import { ByteBuffer } from "./ByteBuffer.js";
import { type JsonListener, JsonScanner } from "./JsonScanner.js";
import type { Keep } from "./Keep.js";

export interface ThinnerLimits {
  readonly keptBytes: number;
  readonly depth: number;
  readonly countedItems: number;
  /** Keys among them, and those that are passed over. */
  readonly values: number;
  /** What to throw when more than `keptBytes` is wanted. */
  readonly tooLong: () => Error;
}

interface Container {
  /** What is wanted of it; `undefined` where all of it is passed over. */
  readonly keep: Keep | undefined;
  isEmpty: boolean;
}

/** Python's json writes these into outputs and reads them back, though they are not JSON. */
const pythonScalar = /^(?:-?Infinity|NaN)$/;
const longestKey = 1000;

/**
 * Makes of a JSON text a much shorter one, with nothing in it but what is wanted. The text comes piece by piece; what
 * is passed over takes no memory.
 */
export class JsonThinner {
  readonly #scanner: JsonScanner;
  readonly #kept: ByteBuffer;

  constructor(keep: Keep, limits: ThinnerLimits) {
    this.#kept = new ByteBuffer(limits.keptBytes, limits.tooLong);
    this.#scanner = new JsonScanner(new Keeper(keep, limits, this.#kept));
  }

  /** @throws {UnreadableError} where the text stops being JSON, or a limit is passed */
  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  /** What was wanted, as JSON in UTF-8. */
  end(): Uint8Array {
    this.#scanner.end();
    return this.#kept.bytes();
  }
}

class Keeper implements JsonListener {
  readonly #limits: ThinnerLimits;
  readonly #kept: ByteBuffer;
  readonly #containers: Container[] = [];
  /** What is wanted of the value that comes next. */
  #next: Keep | undefined;
  /** As it stands between its quotes. */
  #key: string | undefined;
  #items = 0;
  #brackets = 0;
  #values = 0;

  constructor(keep: Keep, limits: ThinnerLimits, kept: ByteBuffer) {
    this.#next = keep;
    this.#limits = limits;
    this.#kept = kept;
  }

  open(isObject: boolean, line: number): void {
    const { depth } = this.#limits;
    if (this.#containers.length >= depth) {
      throw new UnreadableError(`in line ${line} it nests more than ${depth} levels deep; no notebook does.`);
    }
    const keep = this.#next;
    if (keep !== undefined) {
      this.#count();
      this.#separate();
      this.#kept.add(isObject ? "{" : "[");
    }
    this.#key = undefined;
    this.#containers.push({ keep, isEmpty: true });
    this.#next = isObject ? undefined : itemsOf(keep);
  }

  close(isObject: boolean): void {
    if (this.#containers.pop()?.keep !== undefined) this.#kept.add(isObject ? "}" : "]");
    this.#endValue();
  }

  beginString(isKey: boolean): void {
    if (isKey) this.#key = "";
    else if (this.#next !== undefined) {
      this.#separate();
      this.#kept.add('"');
    }
  }

  stringPart(bytes: Uint8Array, isKey: boolean): void {
    if (!isKey) {
      if (this.#next !== undefined) this.#kept.add(bytes);
    } else if (this.#containers.at(-1)?.keep !== undefined && (this.#key ?? "").length <= longestKey) {
      this.#key += Buffer.from(bytes.subarray(0, longestKey + 1)).toString("latin1");
    }
  }

  endString(isKey: boolean): void {
    if (isKey) {
      this.#countValue();
      const key = this.#key ?? "";
      this.#next = key.length > longestKey ? undefined : memberOf(this.#containers.at(-1)?.keep, key);
      return;
    }
    if (this.#next !== undefined) this.#kept.add('"');
    this.#endValue();
  }

  scalar(text: string): void {
    if (this.#next !== undefined) {
      this.#separate();
      this.#kept.add(text);
    }
    this.#endValue();
  }

  bears(scalar: string): boolean {
    return this.#next === undefined && pythonScalar.test(scalar);
  }

  #endValue(): void {
    this.#countValue();
    this.#next = itemsOf(this.#containers.at(-1)?.keep);
    this.#key = undefined;
  }

  #countValue(): void {
    if (++this.#values <= this.#limits.values) return;
    const most = this.#limits.values.toLocaleString("en");
    throw new UnreadableError(`it holds more than ${most} numbers and texts. Clear its outputs.`);
  }

  /** A bracket may cost a hundred bytes of memory for two of text. A cell takes about five. */
  #count(): void {
    const around = this.#containers.at(-1)?.keep;
    const { countedItems } = this.#limits;
    if (typeof around === "object" && around.counted && ++this.#items > countedItems) {
      throw new UnreadableError(`it has more than ${countedItems} cells.`);
    }
    if (++this.#brackets > 10 * countedItems + 10) {
      throw new UnreadableError("its cells are made of too many parts.");
    }
  }

  /** Writes what stands before a value: a comma unless it is the first one, and in an object its key. */
  #separate(): void {
    const container = this.#containers.at(-1);
    if (container === undefined) return;
    if (!container.isEmpty) this.#kept.add(",");
    container.isEmpty = false;
    if (this.#key !== undefined) this.#kept.add(`"${this.#key}":`);
  }
}

function itemsOf(keep: Keep | undefined): Keep | undefined {
  return typeof keep === "object" ? keep.items : keep;
}

function memberOf(keep: Keep | undefined, key: string): Keep | undefined {
  if (typeof keep !== "object") return keep;
  return keep.keys?.get(key.includes("\\") ? JSON.parse(`"${key}"`) : key);
}
