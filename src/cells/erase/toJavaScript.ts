import type ts from "typescript";
import { CellError } from "../CellError.js";
import type { Compiler } from "../Compiler.js";
import { helperNames } from "../run/helperNames.js";
import type { SourcePositions } from "../run/originalPosition.js";
import { parseCell } from "../source/parseCell.js";
import { syntaxErrors } from "../source/syntaxErrors.js";
import { isUsing } from "../source/unsupported.js";
import { decodeMappings } from "./decodeMappings.js";
import { Edits } from "./Edits.js";

interface JavaScript {
  /** A tree with the positions of `text`. */
  readonly file: ts.SourceFile;
  readonly text: string;
  /** Missing when every line and column is where it was. */
  readonly positions?: SourcePositions;
}

/**
 * A cell without its types: replaced by spaces where that is possible, transpiled where TypeScript has syntax that
 * does something (enums, namespaces, parameter properties, decorators) or that the engine may not know (`using`,
 * `accessor`).
 */
export function toJavaScript(compiler: Compiler, file: ts.SourceFile): JavaScript {
  let blanked = !needsTranspiling(compiler.ts, file);
  const text = blanked
    ? compiler.blankSourceFile(file, () => {
        blanked = false;
      })
    : "";
  return withoutDynamicImport(compiler.ts, blanked ? { file, text } : transpile(compiler, file.text));
}

function needsTranspiling(typescript: typeof ts, file: ts.SourceFile): boolean {
  const find = (node: ts.Node): boolean =>
    typescript.isDecorator(node) ||
    node.kind === typescript.SyntaxKind.AccessorKeyword ||
    (typescript.isVariableDeclarationList(node) && isUsing(typescript, node)) ||
    (typescript.forEachChild(node, (child) => find(child) || undefined) ?? false);
  return find(file);
}

function transpile(compiler: Compiler, cell: string): JavaScript {
  const { ts } = compiler;
  const { outputText, sourceMapText } = ts.transpileModule(cell, {
    fileName: "cell.ts",
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleDetection: ts.ModuleDetectionKind.Force,
      verbatimModuleSyntax: true,
      experimentalDecorators: true,
      sourceMap: true,
    },
  });
  const text = outputText.replace(/^\/\/# sourceMappingURL=.*$/m, "");
  const file = parseCell(compiler, text, ts.ScriptKind.JS);
  const errors = syntaxErrors(compiler, file);
  if (errors.length > 0) throw new CellError(errors);
  const { mappings } = JSON.parse(sourceMapText ?? '{"mappings":""}') as { mappings: string };
  return { file, text, positions: decodeMappings(mappings) };
}

/** `import(…)` becomes a call of the helper, whose name is as long as the keyword. */
function withoutDynamicImport(typescript: typeof ts, javascript: JavaScript): JavaScript {
  const edits = new Edits(javascript.text);
  const visit = (node: ts.Node): void => {
    if (typescript.isCallExpression(node) && node.expression.kind === typescript.SyntaxKind.ImportKeyword) {
      edits.replace(node.expression.getStart(javascript.file), node.expression.end, helperNames.load);
    }
    typescript.forEachChild(node, visit);
  };
  visit(javascript.file);
  return { ...javascript, text: edits.apply() };
}
