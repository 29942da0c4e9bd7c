import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { isFunctionScope } from "./isFunctionScope.js";

/** Whether the cell itself waits, as opposed to a function in it. */
export function hasTopLevelAwait({ ts }: Pick<Compiler, "ts">, file: ts.SourceFile): boolean {
  const waits = (node: ts.Node): boolean => {
    if (ts.isAwaitExpression(node)) return true;
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
    if (ts.isVariableDeclarationList(node) && isAwaitUsing(ts, node)) return true;
    if (isFunctionScope(ts, node)) return false;
    return ts.forEachChild(node, (child) => waits(child) || undefined) ?? false;
  };
  return waits(file);
}

function isAwaitUsing(typescript: typeof ts, list: ts.VariableDeclarationList): boolean {
  return (list.flags & typescript.NodeFlags.BlockScoped) === typescript.NodeFlags.AwaitUsing;
}
