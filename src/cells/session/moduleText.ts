import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { Edits } from "../erase/Edits.js";
import type { Declared } from "../source/declaredNames.js";
import type { Scope } from "./Scope.js";

interface ModuleText {
  readonly text: string;
  /** Where the cell starts in it. */
  readonly offset: number;
  /** The cells that it imports from. */
  readonly cells: ReadonlySet<number>;
}

/** A cell as a module: what it needs of earlier cells on a line before it, its own names exported after it. */
export function moduleText(
  { ts: typescript }: Compiler,
  scope: Scope,
  file: ts.SourceFile,
  own: readonly Declared[],
  wanted: Iterable<string>,
): ModuleText {
  const { text: prelude, cells } = scope.prelude(wanted, own);
  const imported = new Set(
    own.filter(({ node }) => comesFromImport(typescript, node)).map(({ name }) => name),
  );
  const exported = new Set(own.map(({ name }) => name).filter((name) => !imported.has(name)));
  const text = `${prelude}\n${withoutExports(typescript, file)}\nexport {${[...exported]}};`;
  return { text, offset: prelude.length + 1, cells };
}

function comesFromImport(typescript: typeof ts, { parent }: ts.Node): boolean {
  return (
    typescript.isImportClause(parent) ||
    typescript.isNamespaceImport(parent) ||
    typescript.isImportSpecifier(parent)
  );
}

/** The cell without `export` in front of declarations: each name is exported once, after it. */
function withoutExports(typescript: typeof ts, file: ts.SourceFile): string {
  const edits = new Edits(file.text);
  for (const statement of file.statements) {
    if (typescript.isExportDeclaration(statement) && statement.moduleSpecifier === undefined) {
      edits.overwrite(statement.getStart(file), statement.end);
    }
    const modifiers = typescript.canHaveModifiers(statement)
      ? (typescript.getModifiers(statement) ?? [])
      : [];
    if (modifiers.some(({ kind }) => kind === typescript.SyntaxKind.DefaultKeyword)) continue;
    const word = modifiers.find(({ kind }) => kind === typescript.SyntaxKind.ExportKeyword);
    if (word !== undefined) edits.overwrite(word.getStart(file), word.end);
  }
  return edits.apply();
}
