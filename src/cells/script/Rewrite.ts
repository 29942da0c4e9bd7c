import type ts from "typescript";
import type { Edits } from "../erase/Edits.js";
import type { CellImport } from "../run/Script.js";

/** What the rewriting of one cell knows and collects. */
export interface Rewrite {
  readonly ts: typeof ts;
  /** The tree of the cell's JavaScript, or of its TypeScript when that has the same positions. */
  readonly file: ts.SourceFile;
  readonly edits: Edits;
  readonly isAsync: boolean;
  /** The names that the engine itself has on globalThis. */
  readonly globals: ReadonlySet<string>;
  /** Declared with `var` before the cell's first line. */
  readonly vars: Set<string>;
  readonly shadows: Set<string>;
  /** Set to undefined before the first line: `let x;` starts anew when its cell runs again. */
  readonly resets: Set<string>;
  readonly imports: CellImport[];
  /** The statements that bring the imports in; like any import they come first. */
  readonly importCalls: string[];
  /** Functions that get a part of their own. */
  readonly movedFunctions: ts.FunctionDeclaration[];
}

/** Declares a name outside of the cell's own lines. */
export function hoist({ globals, vars, shadows }: Rewrite, name: string): void {
  (globals.has(name) ? shadows : vars).add(name);
}
