import type ts from "typescript";
import { helperNames } from "../run/helperNames.js";
import type { Rewrite } from "./Rewrite.js";
import { addImport } from "./rewriteImport.js";
import { endWithoutType } from "./rewriteVariables.js";

/** `export` in front of a declaration: every cell sees what another one declares, so the word goes. */
export function blankExportKeywords({ ts: typescript, file, edits }: Rewrite, statement: ts.Statement): void {
  if (!typescript.canHaveModifiers(statement)) return;
  for (const modifier of typescript.getModifiers(statement) ?? []) {
    const { ExportKeyword, DefaultKeyword } = typescript.SyntaxKind;
    if (modifier.kind === ExportKeyword || modifier.kind === DefaultKeyword) {
      edits.overwrite(modifier.getStart(file), modifier.end);
    }
  }
}

/** `export { a }` goes; `export … from "m"` keeps loading the module. */
export function rewriteExportDeclaration(rewrite: Rewrite, node: ts.ExportDeclaration): void {
  rewrite.edits.overwrite(node.getStart(rewrite.file), node.end, ";");
  if (node.moduleSpecifier === undefined || node.isTypeOnly) return;
  const specifier = addImport(rewrite, node, node.moduleSpecifier, node.attributes);
  rewrite.importCalls.push(`${helperNames.import}(${specifier});`);
}

/** `export default a + b` becomes an expression in parentheses: `{` and `function` would not be one. */
export function rewriteExportDefault(rewrite: Rewrite, node: ts.ExportAssignment): void {
  const { ts: typescript, file, edits } = rewrite;
  edits.overwrite(node.getStart(file), node.expression.getStart(file), ";(");
  edits.insert(endWithoutType(typescript, node.expression), ");");
}

/** `export default function () {}` declares nothing. */
export function rewriteAnonymousDefault(rewrite: Rewrite, node: ts.Declaration): void {
  const { ts: typescript, file, edits } = rewrite;
  const keyword = node
    .getChildren(file)
    .flatMap((child) => (child.kind === typescript.SyntaxKind.SyntaxList ? child.getChildren(file) : []))
    .find(({ kind }) => kind === typescript.SyntaxKind.DefaultKeyword);
  if (keyword === undefined) return;
  edits.overwrite(node.getStart(file), keyword.end, ";(");
  edits.insert(node.end, ");");
}
