import type ts from "typescript";
import { declaredNames } from "./declaredNames.js";

/**
 * What the `declare global` blocks of a cell declare: names, and of interfaces and namespaces each member by itself,
 * since several cells may add to one.
 *
 * @example
 * globalNames(ts, parse("declare global { interface Array<T> { last(): T } var seed: number }")); // Array.last, seed
 */
export function globalNames(typescript: typeof ts, file: ts.SourceFile): Set<string> {
  const isGlobal = (node: ts.Node): node is ts.ModuleDeclaration =>
    typescript.isModuleDeclaration(node) && (node.flags & typescript.NodeFlags.GlobalAugmentation) !== 0;
  return new Set(
    file.statements.filter(isGlobal).flatMap(({ body }) => (body ? namesIn(typescript, body, "") : [])),
  );
}

function namesIn(typescript: typeof ts, block: ts.Node, prefix: string): string[] {
  if (!typescript.isModuleBlock(block)) return [];
  return block.statements.flatMap((statement) => {
    if (typescript.isInterfaceDeclaration(statement)) {
      const members = statement.members.map(({ name }) => name?.getText() ?? "()");
      return members.map((member) => `${prefix}${statement.name.text}.${member}`);
    }
    if (typescript.isModuleDeclaration(statement) && statement.body !== undefined) {
      return namesIn(typescript, statement.body, `${prefix}${statement.name.text}.`);
    }
    const alone = { statements: [statement] } as unknown as ts.SourceFile;
    return declaredNames({ ts: typescript }, alone).map(({ name }) => prefix + name);
  });
}
