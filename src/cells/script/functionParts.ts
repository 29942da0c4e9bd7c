import type ts from "typescript";
import { spaces } from "../erase/Edits.js";
import type { ScriptPart } from "../run/Script.js";
import type { Rewrite } from "./Rewrite.js";

/**
 * Functions that cannot stay among the statements of their cell, as scripts that run before it: the same lines
 * with nothing else on them. All of a waiting cell's functions are one script; one that is named like something
 * of the engine's becomes the value of a lexical variable.
 */
export function functionParts(rewrite: Rewrite, text: string): ScriptPart[] {
  const isShadow = (node: ts.FunctionDeclaration): boolean => rewrite.globals.has(node.name?.text ?? "");
  const plain = rewrite.movedFunctions.filter((node) => !isShadow(node));
  const parts: ScriptPart[] = [];
  if (plain.length > 0) parts.push({ text: onlyThese(rewrite, text, plain), columnOffset: 0 });
  for (const node of rewrite.movedFunctions.filter(isShadow)) {
    const name = node.name?.text ?? "";
    const before = `${name}=(()=>{return ${name};`;
    parts.push({
      text: `${before + onlyThese(rewrite, text, [node])}\n})()`,
      columnOffset: 0 - before.length,
    });
  }
  return parts;
}

function onlyThese(
  { ts: typescript, file }: Rewrite,
  text: string,
  nodes: readonly ts.FunctionDeclaration[],
): string {
  let result = "";
  for (const node of nodes) {
    const words = typescript.getModifiers(node) ?? [];
    const exported = words.filter(({ kind }) => kind !== typescript.SyntaxKind.AsyncKeyword);
    const start = exported.at(-1)?.end ?? node.getStart(file);
    result += spaces(text.slice(result.length, start)) + text.slice(start, node.end);
  }
  return result + spaces(text.slice(result.length));
}
