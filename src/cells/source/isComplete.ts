import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { isAmbient } from "./declaredNames.js";
import { parseCell, parserComplaints } from "./parseCell.js";
import { unlessTooDeep } from "./readCell.js";

export type Completeness =
  | { readonly status: "complete" }
  | { readonly status: "invalid" }
  /** `indent` is what the next line starts with. */
  | { readonly status: "incomplete"; readonly indent: string };

/** Errors that mean "there is more to come" wherever they are found: an open comment, an open template. */
const OPEN = new Set([1010, 1160]);
/** A string or a regular expression cannot go on in the next line. */
const CLOSED = new Set([1002, 1126, 1161]);

/**
 * Whether a console should run a text or ask for another line: it is incomplete when all that is wrong is that it
 * stops.
 */
export function isComplete(compiler: Pick<Compiler, "ts">, text: string): Completeness {
  return unlessTooDeep<Completeness>(
    text,
    () => completeness(compiler, text),
    () => ({ status: "invalid" }),
  );
}

function completeness(compiler: Pick<Compiler, "ts">, text: string): Completeness {
  const file = parseCell(compiler, text);
  const errors = [...parserComplaints(file)].sort((a, b) => a.start - b.start);
  const first = errors[0];
  if (first === undefined) {
    return breaksOff(compiler.ts, file) ? incomplete(text) : { status: "complete" };
  }
  if (OPEN.has(first.code)) return incomplete(text);
  if (CLOSED.has(first.code)) return { status: "invalid" };
  const lastToken = file.endOfFileToken.getFullStart();
  const isAtEnd =
    first.start + first.length >= text.trimEnd().length && first.start >= lastToken - (first.length || 0);
  return isAtEnd && (first.length === 0 || isOpening(text)) ? incomplete(text) : { status: "invalid" };
}

/** `const` without a name and a function without a body are nothing to complain of for the parser. */
function breaksOff(typescript: typeof ts, file: ts.SourceFile): boolean {
  const last = file.statements.at(-1);
  if (last === undefined) return false;
  if (typescript.isVariableStatement(last)) return last.declarationList.declarations.length === 0;
  const isBare =
    typescript.isFunctionDeclaration(last) && last.body === undefined && !isAmbient(typescript, last);
  return isBare && !file.text.trimEnd().endsWith(";");
}

/** Words after which a statement cannot stop, and which the parser marks themselves. */
function isOpening(text: string): boolean {
  return /\b(?:import|export|else)\s*$/.test(text);
}

function incomplete(text: string): Completeness {
  const line =
    text
      .trimEnd()
      .split(/\r\n|[\n\r]/)
      .at(-1) ?? "";
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return { status: "incomplete", indent: /[([{]\s*(?:\/\/.*)?$|=>$/.test(line) ? `${indent}  ` : indent };
}
