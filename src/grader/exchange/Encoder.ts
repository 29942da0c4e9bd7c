import { attempt, Unreadable } from "../values/attempt.js";
import { kindOf } from "../values/kindOf.js";
import { type ExchangeLimits, mostText, TooLarge } from "../values/limits.js";
import {
  byteLengthOf,
  bytesOf,
  getPrototypeOf,
  getTime,
  isSafeInteger,
  mapEach,
  mapHas,
  mapSet,
  mapSize,
  NativeMap,
  setEach,
  setSize,
  typedArrayKind,
} from "../values/primordials.js";
import {
  className,
  classOf,
  hasElement,
  inheritedNames,
  isOfArray,
  type Names,
  ownNames,
  read,
  readText,
  signatureOf,
} from "../values/properties.js";
import { readTensor } from "../values/readTensor.js";
import type { Tensors } from "../values/Tensors.js";
import { formatVersion, prototypes, tags, typedArrayKinds } from "../values/tags.js";
import type { Table } from "./Table.js";
import { Writer } from "./Writer.js";

/** Writes one value, in one pass. What a value does when it is looked at never gets further than its own node. */
export class Encoder {
  readonly #writer: Writer;
  readonly #limits: ExchangeLimits;
  readonly #tensors: Tensors;
  readonly #table: Table;
  readonly #seen = new NativeMap<object, true>();
  #depth = 0;

  constructor(tensors: Tensors, table: Table, limits: ExchangeLimits) {
    this.#writer = new Writer(limits.bytes);
    this.#tensors = tensors;
    this.#table = table;
    this.#limits = limits;
    table.begin();
    this.#writer.byte(formatVersion);
  }

  finish(): Uint8Array {
    return this.#writer.finish();
  }

  write(value: unknown): void {
    if ((typeof value === "object" && value !== null) || typeof value === "function") this.#object(value);
    else this.#writer.plain(value);
  }

  #text(tag: number, value: string): void {
    this.#writer.byte(tag);
    this.#writer.text(value);
  }

  #object(value: object): void {
    if (mapHas(this.#seen, value)) {
      this.#head(tags.reference, value);
      return;
    }
    const write = attempt(() => this.#writerOf(value));
    const reason = Unreadable.reasonOf(write);
    if (reason !== undefined) this.#text(tags.unreadable, reason);
    else this.#inside(value, write as () => void);
  }

  #inside(value: object, write: () => void): void {
    if (++this.#depth > this.#limits.depth) throw new TooLarge(`more than ${this.#limits.depth} levels`);
    mapSet(this.#seen, value, true);
    if (mapSize(this.#seen) > this.#limits.objects)
      throw new TooLarge(`more than ${this.#limits.objects} objects`);
    write();
    this.#depth -= 1;
  }

  /** Looks at an object, which may throw, and returns what writes it. */
  #writerOf(value: object): () => void {
    if (typeof value === "function") return this.#function(value);
    const kind = kindOf(value, this.#tensors);
    if (kind === "array") return this.#array(value);
    if (kind === "typedArray") return this.#typedArray(value);
    if (kind === "tensor") return this.#tensor(value);
    if (kind === "map") return () => this.#map(value as Map<unknown, unknown>);
    if (kind === "set") return () => this.#set(value as Set<unknown>);
    if (kind === "date") return () => this.#date(value as Date);
    if (kind === "error") return () => this.#error(value);
    if (kind === "promise") return () => this.#head(tags.promise, value);
    return kind === "object" ? this.#plain(value) : this.#other(value);
  }

  #head(tag: number, value: object): void {
    this.#writer.byte(tag);
    this.#writer.count(this.#table.idOf(value));
  }

  /** Number; length; a node for every element; then whatever else hangs on the array. */
  #array(value: object): () => void {
    const length = read(value, "length");
    if (!isSafeInteger(length)) throw new TypeError("an array without a length");
    if ((length as number) > this.#writer.room) throw new TooLarge(`an array of ${length} elements`);
    const names = ownNames(value, this.#writer.room, isOfArray);
    return () => {
      this.#head(tags.array, value);
      this.#writer.count(length as number);
      for (let i = 0; i < (length as number); i++) {
        if (hasElement(value, i)) this.#property(value, i);
        else this.#writer.byte(tags.hole);
      }
      this.#entries(value, names);
    };
  }

  #property(object: object, key: PropertyKey): void {
    const value = read(object, key);
    const reason = Unreadable.reasonOf(value);
    if (reason === undefined) this.write(value);
    else this.#text(tags.unreadable, reason);
  }

  /** How many there are; then name and node of each. */
  #entries(object: object, { at, count }: Names): void {
    this.#writer.count(count);
    for (let i = 0; i < count; i++) {
      this.#writer.text(at[i]!);
      this.#property(object, at[i]!);
    }
  }

  /** Number; what stands behind it, a class by name; its entries; of a class also what comes from there. */
  #plain(value: object): () => void {
    const { kind, name } = classOf(value);
    const own = ownNames(value, this.#writer.room);
    const inherited = kind === prototypes.class ? inheritedNames(value, this.#writer.room) : undefined;
    return () => {
      this.#head(tags.object, value);
      this.#writer.byte(kind);
      if (inherited !== undefined) this.#writer.text(name);
      this.#entries(value, own);
      if (inherited !== undefined) this.#entries(value, inherited);
    };
  }

  /** Number; size; then key and value of each entry. */
  #map(value: Map<unknown, unknown>): void {
    this.#head(tags.map, value);
    this.#writer.count(mapSize(value));
    mapEach(value, (entry, key) => {
      this.write(key);
      this.write(entry);
    });
  }

  #set(value: Set<unknown>): void {
    this.#head(tags.set, value);
    this.#writer.count(setSize(value));
    setEach(value, (element) => this.write(element));
  }

  #date(value: Date): void {
    this.#head(tags.date, value);
    this.#writer.float(getTime(value));
  }

  /** Number; name, message and stack, as texts. */
  #error(value: object): void {
    this.#head(tags.error, value);
    this.#writer.text(readText(value, "name", mostText.name));
    this.#writer.text(readText(value, "message", mostText.message));
    this.#writer.text(readText(value, "stack", mostText.stack));
  }

  /** Number; kind; length in bytes; the bytes as they lie in memory, which has the same order on both sides. */
  #typedArray(value: object): () => void {
    const kind = typedArrayKind(value);
    for (let i = 0; i < typedArrayKinds.length; i++) {
      if (typedArrayKinds[i]!.name !== kind) continue;
      // Of an array whose buffer has gone, both are 0.
      const length = byteLengthOf(value);
      if (length > this.#writer.room) throw new TooLarge(`an array of ${length} bytes`);
      const bytes = length === 0 ? undefined : bytesOf(value, 0, length);
      return () => {
        this.#head(tags.typedArray, value);
        this.#writer.byte(i);
        this.#bytes(bytes, length);
      };
    }
    return () => this.#named(tags.other, value, kind ?? "");
  }

  #bytes(bytes: Uint8Array | undefined, length: number): void {
    this.#writer.count(length);
    if (bytes !== undefined) this.#writer.bytes(bytes, length);
  }

  /** Number; type; sizes; whether it has its numbers; the numbers, as a typed array's bytes. */
  #tensor(value: object): () => void {
    const { kind, shape, values, byteLength } = readTensor(value, this.#tensors, this.#writer.room);
    const bytes = values && byteLength > 0 ? bytesOf(values, 0, byteLength) : undefined;
    return () => {
      this.#head(tags.tensor, value);
      this.#writer.byte(kind);
      this.#writer.count(shape.rank);
      for (let axis = 0; axis < shape.rank; axis++) this.#writer.count(shape.at[axis]!);
      this.#writer.byte(values === undefined ? 0 : 1);
      this.#bytes(bytes, byteLength);
    };
  }

  /** Number; name; how many parameters it has. */
  #function(value: object): () => void {
    const { name, length } = signatureOf(value);
    return () => {
      this.#named(tags.function, value, name);
      this.#writer.byte(length);
    };
  }

  #other(value: object): () => void {
    const prototype = getPrototypeOf(value);
    const name = prototype === null ? "" : className(prototype);
    return () => this.#named(tags.other, value, name);
  }

  #named(tag: number, value: object, name: string): void {
    this.#head(tag, value);
    this.#writer.text(name);
  }
}
