import type ts from "typescript";

export interface Mentioned {
  /** Names that may mean something from outside of the cell, and some that do not. */
  readonly names: ReadonlySet<string>;
  /** Names that the cell declares somewhere, in functions too. */
  readonly declared: ReadonlySet<string>;
}

/** The identifiers of a cell, without those after a dot and those of members. */
export function mentionedNames(typescript: typeof ts, file: ts.SourceFile): Mentioned {
  const names = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (typescript.isIdentifier(node)) {
      const { parent } = node;
      const isName = "name" in parent && parent.name === node;
      if (isName && isMember(typescript, parent)) return;
      if (isName) declared.add(node.text);
      names.add(node.text);
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return { names, declared };
}

function isMember(typescript: typeof ts, node: ts.Node): boolean {
  return (
    typescript.isPropertyAccessExpression(node) ||
    typescript.isPropertyAssignment(node) ||
    typescript.isClassElement(node) ||
    typescript.isTypeElement(node)
  );
}
