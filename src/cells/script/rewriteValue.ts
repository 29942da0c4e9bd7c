import type ts from "typescript";
import type { Rewrite } from "./Rewrite.js";
import { endWithoutType } from "./rewriteVariables.js";

/** The expression whose value is the cell's: that of its last statement, if it is one. */
export function valueStatement(
  typescript: typeof ts,
  statements: readonly ts.Statement[],
): ts.ExpressionStatement | ts.ExportAssignment | undefined {
  const last = statements.findLast((statement) => !typescript.isEmptyStatement(statement));
  if (last === undefined) return undefined;
  return typescript.isExpressionStatement(last) || typescript.isExportAssignment(last) ? last : undefined;
}

/**
 * In a cell that waits the value is returned, in an object, so that a promise as the value is not waited for.
 * `return` stands at the end of the statement before, so that it moves no column where that is on another line;
 * what goes before the cell's first line is returned.
 */
export function rewriteValue(rewrite: Rewrite, last: ts.ExpressionStatement | ts.ExportAssignment): string {
  const { ts: typescript, file, edits } = rewrite;
  if (typescript.isExportAssignment(last)) {
    edits.overwrite(last.getStart(file), last.expression.getStart(file));
  }
  edits.insert(endWithoutType(typescript, last.expression), ")};");
  const opening = "return{value:(";
  if (last.getFullStart() === 0) return opening;
  edits.insert(last.getFullStart(), `;${opening}`);
  return "";
}
