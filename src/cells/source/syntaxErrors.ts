import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { type Diagnostic, diagnosticAt } from "../Diagnostic.js";
import { parseCell, parserComplaints } from "./parseCell.js";

/**
 * The syntax errors of a cell, with a message that names it where the text is another language's: JSX, a
 * notebook magic, a shell command. They come before anything else, because the compiler repairs what it cannot
 * read and would run something that nobody wrote.
 */
export function syntaxErrors(compiler: Compiler, file: ts.SourceFile): Diagnostic[] {
  const { text } = file;
  const found = parserComplaints(file).map((complaint) =>
    diagnosticAt(
      text,
      complaint,
      complaint.code,
      compiler.ts.flattenDiagnosticMessageText(complaint.messageText, "\n"),
    ),
  );
  if (found.length === 0) return found;
  const foreign = magicLine(text, found) ?? firstJsx(compiler, text);
  return foreign === undefined ? found : [foreign];
}

const foreignLine = /^[ \t]*(%{1,2}[A-Za-z]\S*|![A-Za-z.~/]\S*)/;

function magicLine(text: string, errors: readonly Diagnostic[]): Diagnostic | undefined {
  for (const { start, column } of errors) {
    const line = /^.*/.exec(text.slice(start - column + 1))?.[0] ?? "";
    const word = foreignLine.exec(line)?.[1];
    if (word === undefined) continue;
    const place = { start: start - column + 1 + line.indexOf(word), length: word.length };
    const what = word.startsWith("%")
      ? `${word} is a magic command of the Python kernel, which this kernel does not have: write it in TypeScript, or remove the line`
      : `${word} looks like a shell command, which this kernel does not run: use a terminal, or remove the line`;
    return diagnosticAt(text, place, 0, what);
  }
  return undefined;
}

function firstJsx(compiler: Compiler, text: string): Diagnostic | undefined {
  const { ts } = compiler;
  const file = parseCell(compiler, text, ts.ScriptKind.TSX);
  if (parserComplaints(file).length > 0) return undefined;
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)
      ? node
      : ts.forEachChild(node, find);
  const node = find(file);
  if (node === undefined) return undefined;
  const start = node.getStart(file);
  return diagnosticAt(
    text,
    { start, length: node.end - start },
    0,
    "JSX (markup inside of code) does not run in a cell: put the markup into a string, or build it with functions",
  );
}
