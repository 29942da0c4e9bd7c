import type ts from "typescript";
import { CellError } from "../CellError.js";
import type { Compiler } from "../Compiler.js";
import { Edits } from "../erase/Edits.js";
import { movedPositions } from "../erase/movedPositions.js";
import { toJavaScript } from "../erase/toJavaScript.js";
import type { Script, ScriptPart } from "../run/Script.js";
import { type Declared, declaredNames } from "../source/declaredNames.js";
import { hasTopLevelAwait } from "../source/hasTopLevelAwait.js";
import { readCell, unlessTooDeep } from "../source/readCell.js";
import { functionParts } from "./functionParts.js";
import type { Rewrite } from "./Rewrite.js";
import { rewriteStatement } from "./rewriteStatement.js";
import { rewriteValue, valueStatement } from "./rewriteValue.js";

export interface ScriptOptions {
  /** The names that the engine has on globalThis at its start: `Object.getOwnPropertyNames(globalThis)`. */
  readonly globals: ReadonlySet<string>;
}

/**
 * Turns a cell into scripts that run it so that its names live on. Types are not checked.
 *
 * @throws CellError where the text is not TypeScript, or something that a cell cannot mean
 * @example
 * toScript(compiler, "const a: number = 1;", { globals: new Set() }).parts[0].text; // var   a         = 1;
 */
export function toScript(compiler: Compiler, cell: string, options: ScriptOptions): Script {
  return unlessTooDeep(
    cell,
    () => makeScript(compiler, cell, options),
    (problem) => {
      throw new CellError([problem]);
    },
  );
}

function makeScript(compiler: Compiler, cell: string, { globals }: ScriptOptions): Script {
  const { file: source, problems } = readCell(compiler, cell);
  if (problems.length > 0) throw new CellError(problems);

  const { file, text, positions } = toJavaScript(compiler, source);
  const declared = declaredNames(compiler, source);
  const rewrite: Rewrite = {
    ts: compiler.ts,
    file,
    edits: new Edits(text),
    isAsync: hasTopLevelAwait(compiler, source),
    globals,
    vars: new Set(),
    shadows: new Set(),
    resets: enumsAndNamespaces(compiler, declared, file),
    imports: [],
    importCalls: [],
    movedFunctions: [],
  };
  const hasValue = valueStatement(compiler.ts, source.statements) !== undefined;
  const main = mainPart(rewrite, hasValue);
  const moved = movedPositions(rewrite.edits, file.getLineStarts(), positions);
  return {
    parts: [...functionParts(rewrite, text), main],
    ...(moved === undefined ? {} : { positions: moved }),
    isAsync: rewrite.isAsync,
    hasValue,
    names: runtimeNames(declared),
    shadows: [...rewrite.shadows],
    imports: rewrite.imports,
  };
}

function mainPart(rewrite: Rewrite, hasValue: boolean): ScriptPart {
  const { ts: typescript, file, edits, isAsync, vars, resets, importCalls } = rewrite;
  // A transpiled cell ends in `export {}`.
  const own = file.statements.filter((statement) => !typescript.isExportDeclaration(statement));
  const returned = isAsync && hasValue ? valueStatement(typescript, own) : undefined;
  for (const statement of file.statements) {
    if (statement !== returned) rewriteStatement(rewrite, statement);
  }
  const opening = returned === undefined ? "" : rewriteValue(rewrite, returned);
  const declarations = vars.size > 0 ? `var ${[...vars]};` : "";
  const fresh = [...resets].map((name) => `${name}=void 0;`).join("");
  const before = `${declarations}${fresh}${isAsync ? "(async()=>{" : ""}${importCalls.join("")}${opening}`;
  return { text: before + edits.apply() + (isAsync ? "\n})()" : ""), columnOffset: 0 - before.length };
}

/** What a transpiled cell declares with a bare `var` and then fills: filled anew when the cell runs again. */
function enumsAndNamespaces(
  compiler: Compiler,
  declared: readonly Declared[],
  file: ts.SourceFile,
): Set<string> {
  const kinds = new Map(declaredNames(compiler, file).map(({ name, kind }) => [name, kind]));
  const filled = declared.filter(({ kind }) => kind === "enum" || kind === "namespace");
  return new Set(filled.map(({ name }) => name).filter((name) => kinds.get(name) === "var"));
}

function runtimeNames(declared: readonly Declared[]): Script["names"] {
  const names = new Map<string, Script["names"][number]>();
  for (const { name, kind, erased } of declared)
    if (kind !== "type" && !erased) names.set(name, { name, kind });
  return [...names.values()];
}
