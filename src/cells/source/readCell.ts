import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { type Diagnostic, diagnosticAt } from "../Diagnostic.js";
import { parseCell } from "./parseCell.js";
import { syntaxErrors } from "./syntaxErrors.js";
import { unsupported } from "./unsupported.js";

/** Reads a cell, with what keeps it from being one: syntax errors, else what a cell cannot mean. */
export function readCell(compiler: Compiler, text: string): { file: ts.SourceFile; problems: Diagnostic[] } {
  const file = parseCell(compiler, text);
  const errors = syntaxErrors(compiler, file);
  return { file, problems: errors.length > 0 ? errors : unsupported(compiler, file) };
}

/**
 * Runs something that reads a cell. The compiler walks trees by calling itself; only text that nests thousands deep
 * brings it down, and then `otherwise` gets to say so.
 */
export function unlessTooDeep<T>(text: string, run: () => T, otherwise: (problem: Diagnostic) => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "the cell nests too deeply: break it into smaller parts";
    return otherwise(diagnosticAt(text, { start: 0, length: 0 }, 0, message));
  }
}
