import type ts from "typescript";
import { hoist, type Rewrite } from "./Rewrite.js";

/**
 * `class A` becomes `A=class`, which is as long, and takes its name from the assignment. A class that speaks of
 * itself while it is being made needs the name inside too: `A=class A`, and only there columns move.
 */
export function rewriteClass(
  rewrite: Rewrite,
  node: ts.ClassDeclaration & { readonly name: ts.Identifier },
): void {
  const { ts: typescript, file, edits } = rewrite;
  const name = node.name.text;
  hoist(rewrite, name);
  const keyword = node.getChildren(file).find(({ kind }) => kind === typescript.SyntaxKind.ClassKeyword);
  const start = keyword?.getStart(file) ?? node.getStart(file);
  const between = file.text.slice(start + "class".length, node.name.getStart(file));
  if (/^ +$/.test(between) && node.name.getText(file) === name && !mentionsItself(typescript, node, name)) {
    edits.overwrite(start, node.name.end, `${name}=class`);
  } else {
    edits.insert(start, `${name}=`);
  }
  edits.insert(node.end, ";");
}

function mentionsItself(typescript: typeof ts, node: ts.ClassDeclaration, name: string): boolean {
  const mentions = (part: ts.Node): boolean =>
    (typescript.isIdentifier(part) && part.text === name) ||
    (typescript.forEachChild(part, (child) => mentions(child) || undefined) ?? false);
  const early = node.members.filter(
    (member) =>
      typescript.isClassStaticBlockDeclaration(member) ||
      (typescript.canHaveModifiers(member) &&
        typescript.getModifiers(member)?.some(({ kind }) => kind === typescript.SyntaxKind.StaticKeyword)) ||
      (member.name !== undefined && typescript.isComputedPropertyName(member.name)),
  );
  return [...early, ...(node.heritageClauses ?? [])].some(mentions);
}
