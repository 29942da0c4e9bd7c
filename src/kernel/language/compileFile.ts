import type { Compiler } from "../../cells/index.js";
import type { CompiledFile } from "../channel/messages.js";

/** A TypeScript file as a CommonJS module. Types are not checked here: the cell that imports it is. */
export function compileFile({ ts }: Compiler, path: string, text: string): CompiledFile {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      experimentalDecorators: true,
      inlineSourceMap: true,
    },
  });
  const [first] = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (first === undefined) return { javascript: outputText };
  const message = ts.flattenDiagnosticMessageText(first.messageText, "\n");
  const { line, character } = ts.getLineAndCharacterOfPosition(
    ts.createSourceFile(path, text, ts.ScriptTarget.ESNext),
    first.start ?? 0,
  );
  return { problem: `${path}, line ${line + 1}, column ${character + 1}: ${message}` };
}
