/** How much may cross at once. */
export interface ExchangeLimits {
  /** Of the encoded value. */
  readonly bytes: number;
  /** How many objects may lie inside each other. */
  readonly depth: number;
  /** How many objects there may be: a tensor of a few bytes takes microseconds to make. */
  readonly objects: number;
}

/** 1 MiB holds 130,000 numbers. */
export const exchangeLimits: ExchangeLimits = { bytes: 2 ** 20, depth: 200, objects: 50_000 };

/** Texts that only describe are cut, not refused. */
export const mostText = { name: 200, message: 4000, stack: 8000 } as const;

/** A value that is larger than the limits allow. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  readonly #own = true;

  /** As `instanceof` does, but without asking the value, which may be anything that was thrown. */
  static is(value: unknown): value is TooLarge {
    return typeof value === "object" && value !== null && #own in value && value.#own;
  }
}

/** Bytes that are no encoded value. */
export class MalformedValue extends Error {
  override readonly name = "MalformedValue";
}
