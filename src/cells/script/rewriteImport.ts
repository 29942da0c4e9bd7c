import type ts from "typescript";
import { diagnosticAt } from "../Diagnostic.js";
import { helperNames } from "../run/helperNames.js";
import { importedNames } from "../source/importedNames.js";
import { hoist, type Rewrite } from "./Rewrite.js";

/** An import declaration leaves its lines empty, and becomes a call of the helper before the first of them. */
export function rewriteImport(rewrite: Rewrite, node: ts.ImportDeclaration): void {
  const { ts: typescript, file, edits } = rewrite;
  edits.overwrite(node.getStart(file), node.end, ";");
  const all = importedNames(typescript, node);
  const names = all.filter(({ typeOnly }) => !typeOnly);
  // `import { type A }` means nothing at run time, `import "a"` does.
  if (names.length === 0 && all.length > 0) return;
  const specifier = addImport(rewrite, node, node.moduleSpecifier, node.attributes);
  for (const { node: name } of names) hoist(rewrite, name.text);
  const whole = names.find(({ imported }) => imported === "*");
  const parts = names.filter((name) => name !== whole);
  const call = `${helperNames.import}(${specifier}`;
  if (whole !== undefined) rewrite.importCalls.push(`${whole.node.text}=${call});`);
  else if (parts.length === 0) rewrite.importCalls.push(`${call});`);
  if (parts.length === 0) return;
  const pattern = parts.map(({ imported, node: name }) => `${JSON.stringify(imported)}:${name.text}`);
  const wanted = parts.map(({ imported }) => JSON.stringify(imported));
  rewrite.importCalls.push(`({${pattern}}=${call},[${wanted}]));`);
}

/** Notes that the cell needs a module; returns the specifier as text of a script. */
export function addImport(
  rewrite: Rewrite,
  node: ts.Node,
  specifier: ts.Expression,
  attributes: ts.ImportAttributes | undefined,
): string {
  const { ts: typescript, file, imports } = rewrite;
  const name = typescript.isStringLiteral(specifier) ? specifier.text : specifier.getText(file);
  const { line, column } = diagnosticAt(file.text, { start: node.getStart(file), length: 0 }, 0, "");
  const entries = (attributes?.elements ?? []).map(({ name: key, value }) => [
    key.text,
    typescript.isStringLiteral(value) ? value.text : value.getText(file),
  ]);
  imports.push({
    specifier: name,
    ...(entries.length > 0 ? { attributes: Object.fromEntries(entries) as Record<string, string> } : {}),
    line,
    column,
  });
  return JSON.stringify(name);
}
