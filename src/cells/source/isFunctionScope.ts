import type ts from "typescript";

/** Whether code in this node runs when something is called, not when the cell reaches it. */
export function isFunctionScope(typescript: typeof ts, node: ts.Node): boolean {
  return (
    typescript.isFunctionLike(node) ||
    typescript.isClassStaticBlockDeclaration(node) ||
    (typescript.isPropertyDeclaration(node.parent ?? node) &&
      (node.parent as ts.PropertyDeclaration | undefined)?.initializer === node)
  );
}
