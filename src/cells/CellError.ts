import type { Diagnostic } from "./Diagnostic.js";

/** Thrown when a text is not a cell that can run: what is wrong, and where. */
export class CellError extends SyntaxError {
  override readonly name = "CellError";
  /** At least one, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const first = diagnostics[0];
    super(
      first === undefined ? "not a cell" : `${first.message} (line ${first.line}, column ${first.column})`,
    );
    this.diagnostics = diagnostics;
  }
}
