import type ts from "typescript";
import type { Compiler } from "../Compiler.js";

/** Reads a cell as a module, which makes `await` at its top level a keyword. Never throws on bad text. */
export function parseCell({ ts }: Pick<Compiler, "ts">, text: string, kind?: ts.ScriptKind): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    // The compiler's own way to say "every file is a module", without an `export` in the text.
    setExternalModuleIndicator: (file) => {
      (file as { externalModuleIndicator?: unknown }).externalModuleIndicator = true;
    },
  };
  return ts.createSourceFile("cell.ts", text, options, true, kind ?? ts.ScriptKind.TS);
}

/** What the parser complained of. The compiler keeps it on the file and shows it only through a whole program. */
export function parserComplaints(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;
}
