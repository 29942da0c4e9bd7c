import type ts from "typescript";
import { parseCell } from "../source/parseCell.js";
import type { Draft } from "./Session.js";

export interface Completion {
  readonly text: string;
  /** The compiler's word for it: "function", "const", "method", "property", "class", "module", "keyword", … */
  readonly kind: string;
}

export interface Completions {
  /** The range of the cell that a completion replaces, in code units. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly Completion[];
}

/** What could stand at a position of a draft, the best first; `packages` are the names that can be imported. */
export function completionsAt(
  typescript: typeof ts,
  draft: Draft,
  position: number,
  packages: () => readonly string[],
): Completions {
  const { service, path, cell, offset } = draft;
  const end = Math.min(Math.max(position, 0), cell.length);
  const specifier = specifierAt(typescript, cell, end);
  if (specifier !== undefined && /^(?![./])/.test(specifier.typed)) {
    const items = packages().map((text) => ({ text, kind: "module" }));
    const matching = items.filter(({ text }) => text.startsWith(specifier.typed));
    if (matching.length > 0) return { start: specifier.start, end, items: matching };
  }
  const entries = service.getCompletionsAtPosition(path, offset + end, {})?.entries ?? [];
  const replaced = entries.find(({ replacementSpan }) => replacementSpan !== undefined)?.replacementSpan;
  const start = replaced === undefined ? startOfWord(typescript, cell, end) : replaced.start - offset;
  const typed = cell.slice(start, end);
  const kindOf = importedKinds(typescript, draft);
  const items = entries
    .filter(({ name, kind }) => matches(name, typed) && kind !== typescript.ScriptElementKind.warning)
    .sort(
      (a, b) => rank(a, typed) - rank(b, typed) || compare(a.sortText, b.sortText) || compare(a.name, b.name),
    )
    .map(({ name, kind }) => ({ text: name, kind: kind === "alias" ? kindOf(name) : kind }));
  return { start, end, items };
}

/** What is written so far of the name of a module. */
function specifierAt(
  typescript: typeof ts,
  cell: string,
  end: number,
): { start: number; typed: string } | undefined {
  const find = (node: ts.Node): ts.Node | undefined =>
    node.pos < end && node.end >= end ? (typescript.forEachChild(node, find) ?? node) : undefined;
  const node = find(parseCell({ ts: typescript }, cell));
  if (node === undefined || !typescript.isStringLiteral(node)) return undefined;
  const { parent } = node;
  const isSpecifier =
    typescript.isImportDeclaration(parent) ||
    typescript.isExportDeclaration(parent) ||
    (typescript.isCallExpression(parent) && parent.expression.kind === typescript.SyntaxKind.ImportKeyword);
  const start = node.getStart() + 1;
  return isSpecifier && start <= end ? { start, typed: cell.slice(start, end) } : undefined;
}

/** Names of earlier cells are imports to the compiler; this finds what they are there. */
function importedKinds(typescript: typeof ts, { service, path }: Draft): (name: string) => string {
  const program = service.getProgram();
  const file = program?.getSourceFile(path);
  if (program === undefined || file === undefined) return () => "alias";
  const checker = program.getTypeChecker();
  const aliases = checker.getSymbolsInScope(file, typescript.SymbolFlags.Alias);
  const flags = new Map(aliases.map((symbol) => [symbol.name, checker.getAliasedSymbol(symbol).flags]));
  const { SymbolFlags } = typescript;
  const kinds = [
    [SymbolFlags.Function, "function"],
    [SymbolFlags.Class, "class"],
    [SymbolFlags.Enum, "enum"],
    [SymbolFlags.Variable, "const"],
    [SymbolFlags.Namespace, "module"],
    [SymbolFlags.Interface, "interface"],
    [SymbolFlags.TypeAlias, "type"],
  ] as const;
  return (name) => kinds.find(([flag]) => (flags.get(name) ?? 0) & flag)?.[1] ?? "alias";
}

function startOfWord(typescript: typeof ts, cell: string, end: number): number {
  let start = end;
  while (start > 0 && typescript.isIdentifierPart(cell.charCodeAt(start - 1), undefined)) start--;
  return cell[start - 1] === "#" ? start - 1 : start;
}

function matches(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}

function rank({ name, kind }: ts.CompletionEntry, typed: string): number {
  return (kind === "keyword" ? 2 : 0) + (name.startsWith(typed) ? 0 : 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
