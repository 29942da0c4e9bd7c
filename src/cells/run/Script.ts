import type { NameKind } from "../source/declaredNames.js";
import type { SourcePositions } from "./originalPosition.js";

/**
 * A cell as what runs: plain data, so that it can be sent to another process. To run one:
 *
 * 1. Load `imports` (or let the helper load them), from the notebook's folder.
 * 2. For each of `shadows` that this context has not declared yet, run its `shadowDeclaration` as a script.
 * 3. Compile all parts as plain scripts (not modules) under one file name, so that a syntax error that only the engine
 *    sees runs nothing, then run them one after the other in the global scope.
 * 4. The last part's completion value is the cell's value if `hasValue`; if `isAsync` it is a promise of
 *    `{ value }`, or of undefined without a value. Whatever else a script completes with means nothing.
 */
export interface Script {
  readonly parts: readonly ScriptPart[];
  /** Where lines and columns are not the cell's own; `originalPosition` reads it. */
  readonly positions?: SourcePositions;
  readonly isAsync: boolean;
  readonly hasValue: boolean;
  /** What the cell declares that is there at run time. */
  readonly names: readonly { readonly name: string; readonly kind: Exclude<NameKind, "type"> }[];
  /** Names that also stand on globalThis, where the engine needs them: they become lexical variables before it. */
  readonly shadows: readonly string[];
  readonly imports: readonly CellImport[];
}

export interface ScriptPart {
  readonly text: string;
  /**
   * Minus the length of what stands before the cell's first line. Passed to `vm.Script` as `columnOffset` it makes
   * columns right; where there is no such option, add it to the columns of line 1.
   */
  readonly columnOffset: number;
}

export interface CellImport {
  readonly specifier: string;
  /** `with { type: "json" }` */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Where the declaration starts, for the error when it cannot be loaded; both count from 1. */
  readonly line: number;
  readonly column: number;
}
