import type ts from "typescript";
import type { Compiler } from "../../cells/index.js";
import { parseCell } from "../../cells/source/parseCell.js";
import { type Cell, cellRole, type Notebook } from "../../notebook/index.js";
import { lineAt } from "../check/Finding.js";
import { regionLines } from "./regionLines.js";

/** Something that students must not get. */
export interface Secret {
  /** Without blanks. */
  readonly text: string;
  readonly cell: number;
  readonly line: number;
  /** What it is, for a sentence: `a line of the solution`. */
  readonly what: string;
}

/** Shorter lines say nothing: many programs have them. */
const shortestLine = 24;
const shortestText = 12;
const mostDigits = 6;

/**
 * What is worth looking for of solutions, hidden tests and mark schemes: whole lines, numbers of many digits, and
 * texts that stand nowhere else in the notebook.
 */
export function secretsOf(compiler: Pick<Compiler, "ts">, notebook: Notebook): Secret[] {
  const open = notebook.cells.map((cell) => openText(cell)).join("\n");
  return notebook.cells.flatMap((cell, index) => {
    const hidden = hiddenLines(cell);
    if (hidden.lines.size === 0) return [];
    const found = [...lines(cell, hidden), ...literals(compiler, cell, hidden, open)];
    return found.map((secret) => ({ ...secret, cell: index }));
  });
}

interface Hidden {
  readonly lines: ReadonlySet<number>;
  readonly name: string;
}

function hiddenLines(cell: Cell): Hidden {
  const role = cellRole(cell);
  if (role === "tests")
    return { lines: new Set(regionLines(cell.source, "HIDDEN TESTS")), name: "the hidden tests" };
  if (role === "task")
    return { lines: new Set(regionLines(cell.source, "MARK SCHEME")), name: "the mark scheme" };
  if (role !== "solution" && role !== "manual") return { lines: new Set(), name: "" };
  const marked = regionLines(cell.source, "SOLUTION");
  const all = cell.source.split("\n").map((_, index) => index + 1);
  return { lines: new Set(cell.source.includes("BEGIN SOLUTION") ? marked : all), name: "the solution" };
}

function openText(cell: Cell): string {
  const { lines: hidden } = hiddenLines(cell);
  return cell.source
    .split("\n")
    .filter((_, index) => !hidden.has(index + 1))
    .join("\n");
}

type Placed = Omit<Secret, "cell">;

function lines({ source, cell_type }: Cell, hidden: Hidden): Placed[] {
  return source.split("\n").flatMap((line, index) => {
    if (!hidden.lines.has(index + 1)) return [];
    const code = cell_type === "code" ? line.replace(/(^|\s)\/\/.*$/, "") : line;
    // The heads of functions and loops, and imports, are what everybody writes.
    if (cell_type === "code" && (/\{\s*$/.test(code) || /^\s*import\b/.test(code))) return [];
    const text = withoutBlanks(code);
    return text.length < shortestLine ? [] : [{ text, line: index + 1, what: `a line of ${hidden.name}` }];
  });
}

function literals(
  { ts: typescript }: Pick<Compiler, "ts">,
  cell: Cell,
  hidden: Hidden,
  open: string,
): Placed[] {
  if (cell.cell_type !== "code") return [];
  const file = parseCell({ ts: typescript }, cell.source);
  const found: Placed[] = [];
  const visit = (node: ts.Node): void => {
    const line = lineAt(cell.source, node.getStart(file));
    const secret = hidden.lines.has(line) ? literal(typescript, node, open) : undefined;
    if (secret !== undefined) found.push({ ...secret, line, what: `${secret.what} of ${hidden.name}` });
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function literal(
  typescript: typeof ts,
  node: ts.Node,
  open: string,
): { readonly text: string; readonly what: string } | undefined {
  if (typescript.isNumericLiteral(node)) {
    const digits = node.getText().replaceAll("_", "");
    const significant = digits.replace(/e.*$/i, "").replace(".", "").replace(/^0+/, "");
    return significant.length < mostDigits || /^10*$/.test(significant)
      ? undefined
      : { text: digits, what: "a number" };
  }
  if (!typescript.isStringLiteralLike(node) || typescript.isImportDeclaration(node.parent)) return undefined;
  const text = withoutBlanks(node.text);
  return text.length < shortestText || withoutBlanks(open).includes(text)
    ? undefined
    : { text, what: "a text" };
}

export function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
