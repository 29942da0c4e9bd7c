import type { Diagnostic } from "../../cells/index.js";
import type { ErrorReport } from "../channel/messages.js";
import { codeFrame } from "./codeFrame.js";
import { paint } from "./paint.js";

/** What is wrong with a cell that therefore does not run. */
export function reportDiagnostics(source: string, diagnostics: readonly Diagnostic[]): ErrorReport {
  const ename = diagnostics.every(isSyntax) ? "SyntaxError" : "TypeScriptError";
  const [first] = diagnostics;
  const more = diagnostics.length > 1 ? ` (and ${diagnostics.length - 1} more)` : "";
  const evalue = first === undefined ? "" : `${titleOf(first)}: ${first.message}${more}`;
  const traceback = [...describeDiagnostics(source, diagnostics), "The cell did not run."];
  return { ename, evalue, traceback };
}

/** Every diagnostic with its place and the line it stands in. */
export function describeDiagnostics(source: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) =>
    [
      `${paint.bold(titleOf(diagnostic))}: ${diagnostic.message}`,
      ...codeFrame(source, { ...diagnostic, around: 1 }),
    ].join("\n"),
  );
}

function titleOf({ line, column, code }: Diagnostic): string {
  return `line ${line}, column ${column}${code > 0 ? ` - TS${code}` : ""}`;
}

/** The compiler's numbers from 1000 to 1999 are those of its parser; 0 is a message of our own. */
function isSyntax({ code }: Diagnostic): boolean {
  return code < 2000;
}
