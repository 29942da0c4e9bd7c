import type { CellCompiler, Checked } from "./CellCompiler.js";

/**
 * Checks the types of one submission's cells, one after the other, until one of them takes the compiler too long. Types
 * can be made so that each of them does, and meanwhile nobody else's cells are read.
 */
export class TypeChecks {
  readonly #compiler: Pick<CellCompiler, "check">;
  #last: Promise<Checked> = Promise.resolve({ kind: "problems", problems: [] });

  constructor(compiler: Pick<CellCompiler, "check">) {
    this.#compiler = compiler;
  }

  check(cell: string, earlier: readonly string[]): Promise<Checked> {
    this.#last = this.#last.then((last) =>
      last.kind === "refused" ? unchecked : this.#compiler.check(cell, earlier),
    );
    return this.#last;
  }
}

const unchecked: Checked = {
  kind: "refused",
  reason: "a cell before it took the compiler too long, and it checks no more of this notebook",
};
