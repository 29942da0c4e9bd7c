import type ts from "typescript";
import type { Draft } from "../session/Session.js";
import { parseCell } from "../source/parseCell.js";
import { describeSymbol } from "./describeSymbol.js";

export interface Completion {
  readonly text: string;
  /** The compiler's word for it: "function", "const", "method", "property", "class", "module", "keyword", … */
  readonly kind: string;
  /** How it is called, where it can be: `(x: number): number`. */
  readonly signature?: string;
}

/** So many completions get a signature: nobody reads more, and each one takes the checker its time. */
const mostSignatures = 40;

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
  const options = { includeSymbol: true };
  const entries = service.getCompletionsAtPosition(path, offset + end, options)?.entries ?? [];
  const replaced = entries.find(({ replacementSpan }) => replacementSpan !== undefined)?.replacementSpan;
  const start = replaced === undefined ? startOfWord(typescript, cell, end) : replaced.start - offset;
  const usable = entries.filter(({ kind }) => kind !== typescript.ScriptElementKind.warning);
  return { start, end, items: describe(typescript, draft, best(usable, cell.slice(start, end))) };
}

/** Those that go on as what is typed does; only if there are none, those that differ in upper and lower case. */
function best(entries: readonly ts.CompletionEntry[], typed: string): ts.CompletionEntry[] {
  const exact = entries.filter(({ name }) => name.startsWith(typed));
  const lower = typed.toLowerCase();
  const found = exact.length > 0 ? exact : entries.filter(({ name }) => name.toLowerCase().startsWith(lower));
  return found.sort(
    (a, b) => rank(a) - rank(b) || compare(a.sortText, b.sortText) || compare(a.name, b.name),
  );
}

function describe(
  typescript: typeof ts,
  { service }: Draft,
  entries: readonly ts.CompletionEntry[],
): Completion[] {
  const checker = service.getProgram()?.getTypeChecker();
  return entries.map(({ name: text, kind, symbol }, index) => {
    if (checker === undefined || symbol === undefined || index >= mostSignatures) return { text, kind };
    return { text, ...describeSymbol(typescript, checker, symbol, kind) };
  });
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

function startOfWord(typescript: typeof ts, cell: string, end: number): number {
  let start = end;
  while (start > 0 && typescript.isIdentifierPart(cell.charCodeAt(start - 1), undefined)) start--;
  return cell[start - 1] === "#" ? start - 1 : start;
}

/** Keywords come last. */
function rank({ kind }: ts.CompletionEntry): number {
  return kind === "keyword" ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
