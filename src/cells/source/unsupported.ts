import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { type Diagnostic, diagnosticAt } from "../Diagnostic.js";
import { helperNames } from "../run/helperNames.js";
import { declaredNames } from "./declaredNames.js";
import { isFunctionScope } from "./isFunctionScope.js";

/** What the compiler reads without complaint and a cell cannot mean. Each message says what to write instead. */
export function unsupported(compiler: Compiler, file: ts.SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (node: ts.Node, message: string): void => {
    const start = node.getStart(file);
    found.push(diagnosticAt(file.text, { start, length: node.end - start }, 0, message));
  };
  for (const { name, node, erased } of declaredNames(compiler, file)) {
    if (!erased && reserved.has(name)) {
      report(node, `${name} has a meaning of its own in a notebook: choose another name`);
    }
  }
  const visit = (node: ts.Node, topLevel: boolean): void => {
    const message = complaint(compiler.ts, node, topLevel);
    if (message !== undefined) report(node, message);
    const below = topLevel && !isFunctionScope(compiler.ts, node);
    compiler.ts.forEachChild(node, (child) => visit(child, below));
  };
  visit(file, true);
  return found.sort((a, b) => a.start - b.start);
}

const reserved: ReadonlySet<string> = new Set([
  ...Object.values(helperNames),
  "undefined",
  "NaN",
  "Infinity",
]);

function complaint(typescript: typeof ts, node: ts.Node, topLevel: boolean): string | undefined {
  if (typescript.isMetaProperty(node) && node.keywordToken === typescript.SyntaxKind.ImportKeyword) {
    return "import.meta belongs to a file, and a cell is none: use a path relative to the notebook's folder";
  }
  if (typescript.isReturnStatement(node) && topLevel) {
    return "return stands outside of a function: to show a value, write it as the cell's last line";
  }
  if (
    typescript.isImportEqualsDeclaration(node) &&
    typescript.isExternalModuleReference(node.moduleReference)
  ) {
    return `import ${node.name.text} = require(…) is not for cells: write import ${node.name.text} from "…"`;
  }
  if (typescript.isExportAssignment(node) && node.isExportEquals) {
    return "export = is not for cells: every cell sees what another one declares";
  }
  if (
    typescript.isVariableStatement(node) &&
    node.parent === node.getSourceFile() &&
    isUsing(typescript, node.declarationList)
  ) {
    return "using would dispose of the value when the cell ends: put it into a block { … }, or write const";
  }
  return undefined;
}

/** Whether a list of variables is declared with `using` or `await using`. */
export function isUsing(typescript: typeof ts, list: ts.VariableDeclarationList): boolean {
  const flags = list.flags & typescript.NodeFlags.BlockScoped;
  return flags === typescript.NodeFlags.Using || flags === typescript.NodeFlags.AwaitUsing;
}
