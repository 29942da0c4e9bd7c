import { attempt } from "../values/attempt.js";
import { type Kind, kindOf } from "../values/kindOf.js";
import { type ExchangeLimits, MalformedValue } from "../values/limits.js";
import {
  create,
  getTime,
  mapClear,
  mapGet,
  mapHas,
  mapSet,
  mapSize,
  NativeDate,
  NativeMap,
  NativeSet,
  setAdd,
  setClear,
  setTime,
  toText,
} from "../values/primordials.js";
import { isOfArray } from "../values/properties.js";
import {
  classPrototype,
  clearEntries,
  define,
  defineUnreadable,
  errorOf,
  functionStandIn,
  promise,
  setLength,
  unreadable,
} from "../values/standIns.js";
import type { Tensors } from "../values/Tensors.js";
import { formatVersion, prototypes, tags } from "../values/tags.js";
import type { Extent } from "./Extent.js";
import { Reader } from "./Reader.js";
import { readTensorNode, readTypedArrayNode } from "./readNumbers.js";
import type { Table } from "./Table.js";

interface Making<T extends object> {
  readonly id: number;
  readonly kind: Kind | "function";
  readonly make: () => T;
}

/** Reads one value. Objects that this side knows are brought up to date instead of being made again. */
export class Decoder {
  readonly #reader: Reader;
  readonly #limits: ExchangeLimits;
  readonly #tensors: Tensors;
  readonly #table: Table;
  readonly #seen = new NativeMap<number, object>();
  readonly #sizes = new NativeMap<number, number>();
  #depth = 0;
  #size = 0;
  #isCyclic = false;

  constructor(bytes: Uint8Array, tensors: Tensors, table: Table, limits: ExchangeLimits) {
    this.#reader = new Reader(bytes);
    this.#tensors = tensors;
    this.#table = table;
    this.#limits = limits;
  }

  /** @throws MalformedValue */
  read(): unknown {
    if (this.#reader.byte() !== formatVersion) throw new MalformedValue("another version of the format");
    const value = this.#node(this.#reader.byte());
    if (this.#reader.rest > 0) throw new MalformedValue("more than one value");
    return value;
  }

  /** Of what has been read. */
  get extent(): Extent {
    return { size: this.#size, isCyclic: this.#isCyclic };
  }

  #next(): unknown {
    return this.#node(this.#reader.byte());
  }

  #node(tag: number): unknown {
    this.#size += 1;
    if (tag < tags.unreadable) return this.#reader.plain(tag);
    if (tag === tags.unreadable) return unreadable(this.#reader.text());
    const id = this.#reader.count();
    return tag === tags.reference ? this.#reference(id) : this.#object(tag, id);
  }

  #reference(id: number): object {
    const object = mapGet(this.#seen, id) as object | undefined;
    if (object === undefined) throw new MalformedValue(`a reference to ${id}, which was not there before`);
    const size = mapGet(this.#sizes, id) as number | undefined;
    if (size === undefined) this.#isCyclic = true;
    else this.#size += size - 1;
    return object;
  }

  #object(tag: number, id: number): object {
    if (mapHas(this.#seen, id)) throw new MalformedValue(`two objects with the number ${id}`);
    if (!this.#table.isGiven(id)) throw new MalformedValue(`the number ${id}, which nobody was given`);
    if (mapSize(this.#seen) >= this.#limits.objects) throw new MalformedValue("too many objects");
    if (++this.#depth > this.#limits.depth) throw new MalformedValue("too many levels");
    const before = this.#size - 1;
    const object = this.#contents(tag, id);
    mapSet(this.#sizes, id, this.#size - before);
    this.#depth -= 1;
    return object;
  }

  #contents(tag: number, id: number): object {
    const reader = this.#reader;
    switch (tag) {
      case tags.array:
        return this.#array(id);
      case tags.object:
        return this.#plain(id);
      case tags.map:
        return this.#map(id);
      case tags.set:
        return this.#set(id);
      case tags.date:
        return this.#date(id);
      case tags.error:
        return this.#fixed(id, "error", errorOf(reader.text(), reader.text(), reader.text()));
      case tags.typedArray:
        return this.#numbers(id, "typedArray");
      case tags.tensor:
        return this.#numbers(id, "tensor");
      case tags.promise:
        return this.#fixed(id, "promise", promise());
      case tags.function:
        return this.#fixed(id, "function", functionStandIn(reader.text(), reader.byte()));
      case tags.other:
        return this.#fixed(id, "other", create(classPrototype(reader.text())));
      default:
        throw new MalformedValue(`an unknown kind of value, ${tag}`);
    }
  }

  /** The object that this side knows under a number, if it is of that kind. */
  #known(id: number, kind: Making<object>["kind"]): object | undefined {
    const object = this.#table.objectOf(id);
    if (object === undefined) return undefined;
    const own = typeof object === "function" ? "function" : attempt(() => kindOf(object, this.#tensors));
    return own === kind ? object : undefined;
  }

  #keep<T extends object>(id: number, object: T): T {
    mapSet(this.#seen, id, object);
    this.#table.set(id, object);
    return object;
  }

  /** Objects in which nothing changes. */
  #fixed(id: number, kind: Making<object>["kind"], made: object): object {
    return this.#keep(id, this.#known(id, kind) ?? made);
  }

  /** Fills a new object, a known one anew, or, where a known one is not to be changed, one that nobody sees. */
  #filled<T extends object>(
    { id, kind, make }: Making<T>,
    empty: (old: T) => void,
    fill: (object: T) => void,
  ): T {
    const known = this.#known(id, kind) as T | undefined;
    const object = this.#keep(id, known ?? make());
    if (known === undefined || this.#table.mayChange(id)) {
      if (known !== undefined) empty(known);
      fill(object);
    } else fill(make());
    return object;
  }

  #array(id: number): object {
    const length = this.#reader.countOf(1);
    const make = (): unknown[] => [];
    const empty = (array: unknown[]): void => {
      setLength(array, 0);
      clearEntries(array);
    };
    return this.#filled({ id, kind: "array", make }, empty, (array) => {
      for (let i = 0; i < length; i++) {
        const tag = this.#reader.byte();
        if (tag !== tags.hole) this.#property(array, toText(i), tag);
      }
      setLength(array, length);
      this.#entries(array, isOfArray);
    });
  }

  #property(object: object, key: string, tag: number): void {
    if (tag === tags.unreadable) defineUnreadable(object, key, this.#reader.text());
    else define(object, key, this.#node(tag));
  }

  #entries(object: object, isForbidden?: (name: string) => boolean): void {
    // A name takes a byte at least, and so does a value.
    const count = this.#reader.countOf(2);
    for (let i = 0; i < count; i++) {
      const name = this.#reader.text();
      if (isForbidden?.(name)) throw new MalformedValue("an element among the properties of an array");
      this.#property(object, name, this.#reader.byte());
    }
  }

  #plain(id: number): object {
    const kind = this.#reader.byte();
    if (kind > prototypes.class) throw new MalformedValue("an unknown prototype");
    const prototype = kind === prototypes.class ? classPrototype(this.#reader.text()) : null;
    const make = (): object => (kind === prototypes.object ? {} : create(prototype));
    const object = this.#filled({ id, kind: "object", make }, clearEntries, (target) =>
      this.#entries(target),
    );
    if (prototype !== null) this.#entries(prototype);
    return object;
  }

  #map(id: number): object {
    const count = this.#reader.countOf(2);
    const make = (): Map<unknown, unknown> => new NativeMap();
    return this.#filled({ id, kind: "map", make }, mapClear, (map) => {
      for (let i = 0; i < count; i++) mapSet(map, this.#next(), this.#next());
    });
  }

  #set(id: number): object {
    const count = this.#reader.countOf(1);
    const make = (): Set<unknown> => new NativeSet();
    return this.#filled({ id, kind: "set", make }, setClear, (set) => {
      for (let i = 0; i < count; i++) setAdd(set, this.#next());
    });
  }

  #date(id: number): object {
    const time = this.#reader.float();
    const make = (): Date => new NativeDate(time);
    return this.#filled({ id, kind: "date", make }, getTime, (date) => void setTime(date, time));
  }

  /** Typed arrays and tensors keep their place in memory if they keep their kind and size. */
  #numbers(id: number, kind: "typedArray" | "tensor"): object {
    const node =
      kind === "tensor" ? readTensorNode(this.#reader, this.#tensors) : readTypedArrayNode(this.#reader);
    const known = this.#known(id, kind);
    if (known === undefined || !node.fits(known)) return this.#keep(id, node.make());
    if (this.#table.mayChange(id)) node.update(known);
    return this.#keep(id, known);
  }
}
