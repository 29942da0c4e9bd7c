import { mapClear, mapGet, mapHas, mapSet, mapSize, NativeMap } from "../values/primordials.js";

/** After this many objects, or bytes of messages, what was not mentioned again begins to be forgotten. */
const mostObjects = 20_000;
const mostBytes = 2 ** 24;

/**
 * Which object has which number. Both sides number what they make, one with even, the other with odd numbers; so an
 * object that goes there and back, in the same call or in a later one, is the same object again.
 *
 * Objects that nobody mentions for long are let go; the other side would get a copy then. Nothing is held weakly:
 * a WeakRef holds on to its object as long as code runs without a pause, as a test does, and a WeakMap takes ten times
 * as long.
 */
export class Table {
  readonly #sent = new NativeMap<number, true>();
  #recent = new Generation();
  #older = new Generation();
  #bytes = 0;
  #next: number;

  /** @param first the first number to give away: even for one side, odd for the other */
  constructor(first: number) {
    this.#next = first;
  }

  /** Begins a message to the other side. */
  begin(): void {
    mapClear(this.#sent);
  }

  /** Ends a message of either side. */
  end(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes < mostBytes && mapSize(this.#recent.objects) < mostObjects) return;
    this.#older = this.#recent;
    this.#recent = new Generation();
    this.#bytes = 0;
  }

  /** The number of an object that is sent, a new one if it has none. */
  idOf(object: object): number {
    let id = mapGet(this.#recent.ids, object) as number | undefined;
    if (id === undefined) {
      id = mapGet(this.#older.ids, object) as number | undefined;
      if (id === undefined) {
        id = this.#next;
        this.#next += 2;
      }
      this.set(id, object);
    }
    mapSet(this.#sent, id, true);
    return id;
  }

  objectOf(id: number): object | undefined {
    return (mapGet(this.#recent.objects, id) ?? mapGet(this.#older.objects, id)) as object | undefined;
  }

  /** Whether the other side may change an object: one of its own, or one that the last message lent to it. */
  mayChange(id: number): boolean {
    return id % 2 !== this.#next % 2 || mapHas(this.#sent, id);
  }

  /** Whether the other side can know of a number: one of its own, or one that this side has given away. */
  isGiven(id: number): boolean {
    return id % 2 !== this.#next % 2 || id < this.#next;
  }

  set(id: number, object: object): void {
    mapSet(this.#recent.ids, object, id);
    mapSet(this.#recent.objects, id, object);
  }
}

class Generation {
  readonly ids = new NativeMap<object, number>();
  readonly objects = new NativeMap<number, object>();
}
