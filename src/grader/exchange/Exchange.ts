import { type ExchangeLimits, exchangeLimits } from "../values/limits.js";
import { byteLengthOf } from "../values/primordials.js";
import type { Tensors } from "../values/Tensors.js";
import { Decoder } from "./Decoder.js";
import { Encoder } from "./Encoder.js";
import type { Extent } from "./Extent.js";
import { Table } from "./Table.js";

/** The judge numbers its objects with even, the guest with odd numbers. */
export type Side = "judge" | "guest";

/**
 * One side of the exchange of values between a submission and its tests.
 *
 * Data crosses, and nothing else: graphs with cycles, holes and identities, NaN and -0, tensors and typed arrays bit for
 * bit; of a function, a promise or an object of an unknown class only that it was one. An object that comes back, also
 * in a later message, is the same object again, with what has changed in it.
 */
export class Exchange {
  readonly #tensors: Tensors;
  readonly #limits: ExchangeLimits;
  readonly #table: Table;
  #extent: Extent = { size: 0, isCyclic: false };

  /**
   * @param side which of the two
   * @param tensors of this side's `tf`; `tensorsOf` makes it
   * @param limits of one message, the same on both sides
   */
  constructor(side: Side, tensors: Tensors, limits: ExchangeLimits = exchangeLimits) {
    this.#tensors = tensors;
    this.#limits = limits;
    this.#table = new Table(side === "judge" ? 0 : 1);
  }

  /**
   * Turns a value into bytes. Looking at a hostile value may run its code: what throws becomes a part that cannot be
   * read, what never ends has to be ended from outside.
   *
   * @throws TooLarge, and nothing else
   */
  encode(value: unknown): Uint8Array {
    const encoder = new Encoder(this.#tensors, this.#table, this.#limits);
    encoder.write(value);
    const bytes = encoder.finish();
    this.#table.end(byteLengthOf(bytes));
    return bytes;
  }

  /** @throws MalformedValue for bytes that `encode` of the other side cannot have made */
  decode(bytes: Uint8Array): unknown {
    const decoder = new Decoder(bytes, this.#tensors, this.#table, this.#limits);
    const value = decoder.read();
    this.#extent = decoder.extent;
    this.#table.end(byteLengthOf(bytes));
    return value;
  }

  /** Of the value that was decoded last. */
  get extent(): Extent {
    return this.#extent;
  }
}
