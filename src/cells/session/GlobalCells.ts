/**
 * The cells with `declare global`. What they declare counts for all later cells, though no name leads to them; until
 * another cell, or the same one after a change, declares one of it anew and takes their place.
 */
export class GlobalCells {
  readonly #names: Map<number, ReadonlySet<string>>;

  constructor(names: Iterable<readonly [number, ReadonlySet<string>]> = []) {
    this.#names = new Map(names);
  }

  get cells(): Iterable<number> {
    return this.#names.keys();
  }

  copy(): GlobalCells {
    return new GlobalCells(this.#names);
  }

  add(cell: number, names: ReadonlySet<string>): void {
    if (names.size === 0) return;
    for (const old of this.replacedBy(names)) this.#names.delete(old);
    this.#names.set(cell, names);
  }

  /** The cells whose place one would take that declares these names. */
  replacedBy(names: ReadonlySet<string>): Set<number> {
    const overlapping = [...this.#names].filter(([, own]) => [...own].some((name) => names.has(name)));
    return new Set(overlapping.map(([cell]) => cell));
  }
}
