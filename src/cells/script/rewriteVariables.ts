import type ts from "typescript";
import { ofList } from "../source/declaredNames.js";
import { hoist, type Rewrite } from "./Rewrite.js";

/**
 * `const a = 1` at the top level becomes `var   a = 1`. Where a `var` would not reach (in the function around a
 * cell that waits) or would reach too far (a name of the engine's), it becomes an assignment, and the name is
 * declared before the cell's first line.
 */
export function rewriteVariables(rewrite: Rewrite, list: ts.VariableDeclarationList): void {
  const declared = ofList(rewrite.ts, list);
  if (rewrite.isAsync || declared.some(({ name }) => rewrite.globals.has(name))) {
    for (const { name } of declared) hoist(rewrite, name);
    assignInstead(rewrite, list);
  } else {
    const start = list.getStart(rewrite.file);
    rewrite.edits.overwrite(start, start + (declared[0]?.kind === "const" ? 5 : 3), "var");
  }
  if (!(list.flags & rewrite.ts.NodeFlags.Let)) return;
  for (const { name, initializer } of list.declarations) {
    if (initializer === undefined && rewrite.ts.isIdentifier(name)) rewrite.resets.add(name.text);
  }
}

/** `var` in blocks and loops of a cell reaches the top level too. */
export function rewriteNestedVar(rewrite: Rewrite, list: ts.VariableDeclarationList): void {
  const declared = ofList(rewrite.ts, list);
  if (!rewrite.isAsync && !declared.some(({ name }) => rewrite.globals.has(name))) return;
  for (const { name } of declared) hoist(rewrite, name);
  assignInstead(rewrite, list);
}

function assignInstead({ ts: typescript, file, edits }: Rewrite, list: ts.VariableDeclarationList): void {
  const first = list.declarations[0];
  const last = list.declarations.at(-1);
  if (first === undefined || last === undefined) return;
  const statement = typescript.isVariableStatement(list.parent) ? list.parent : undefined;
  // A semicolon keeps the line before from running on; in `if (c) var x = 1` there is nothing to keep apart.
  const semicolon =
    statement !== undefined &&
    (typescript.isSourceFile(statement.parent) ||
      typescript.isBlock(statement.parent) ||
      typescript.isCaseOrDefaultClause(statement.parent));
  // A statement that starts with a brace would be a block.
  const parentheses = statement !== undefined && typescript.isObjectBindingPattern(first.name);
  const opening = (semicolon ? ";" : "") + (parentheses ? "(" : "");
  edits.overwrite(list.getStart(file), first.getStart(file), opening);
  if (parentheses) edits.insert(endWithoutType(typescript, last.initializer ?? last.name), ")");
}

/** Where an expression ends once `as T` and the like are gone. */
export function endWithoutType(typescript: typeof ts, node: ts.Node): number {
  let inner = node;
  while (
    typescript.isAsExpression(inner) ||
    typescript.isSatisfiesExpression(inner) ||
    typescript.isNonNullExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner.end;
}
