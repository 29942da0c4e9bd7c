import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { importedNames } from "./importedNames.js";
import { isFunctionScope } from "./isFunctionScope.js";

export type NameKind =
  | "const"
  | "let"
  | "var"
  | "function"
  | "class"
  | "enum"
  | "namespace"
  | "import"
  /** An interface, a type alias, an `import type`: nothing of it is there when the cell runs. */
  | "type";

export interface Declared {
  readonly name: string;
  readonly kind: NameKind;
  readonly node: ts.Node;
  /** Only declared to the compiler (`declare const a: number`, `import type`), or a type. */
  readonly erased: boolean;
}

/** What a cell declares for the cells after it, in the order of the text; a name may come more than once. */
export function declaredNames(compiler: Pick<Compiler, "ts">, file: ts.SourceFile): Declared[] {
  return file.statements.flatMap((statement) => {
    const declared = [...ofStatement(compiler.ts, statement), ...nestedVars(compiler.ts, statement)];
    return isAmbient(compiler.ts, statement) ? declared.map((one) => ({ ...one, erased: true })) : declared;
  });
}

function ofStatement(typescript: typeof ts, statement: ts.Statement): Declared[] {
  const named = (node: { readonly name?: ts.Node | undefined }, kind: NameKind): Declared[] =>
    node.name !== undefined && typescript.isIdentifier(node.name) && node.name.text !== ""
      ? [{ name: node.name.text, kind, node: node.name, erased: kind === "type" }]
      : [];
  if (typescript.isVariableStatement(statement)) return ofList(typescript, statement.declarationList);
  if (typescript.isFunctionDeclaration(statement)) return named(statement, "function");
  if (typescript.isClassDeclaration(statement)) return named(statement, "class");
  if (typescript.isEnumDeclaration(statement)) return named(statement, "enum");
  if (typescript.isModuleDeclaration(statement)) {
    return statement.flags & typescript.NodeFlags.GlobalAugmentation ? [] : named(statement, "namespace");
  }
  if (typescript.isInterfaceDeclaration(statement)) return named(statement, "type");
  if (typescript.isTypeAliasDeclaration(statement)) return named(statement, "type");
  if (typescript.isImportEqualsDeclaration(statement)) return named(statement, "namespace");
  if (typescript.isImportDeclaration(statement)) {
    return importedNames(typescript, statement).map(({ node, typeOnly }) => ({
      name: node.text,
      kind: typeOnly ? "type" : "import",
      node,
      erased: typeOnly,
    }));
  }
  return [];
}

/** The variables of `var`, `let` or `const a = …, { b } = …`. */
export function ofList(typescript: typeof ts, list: ts.VariableDeclarationList): Declared[] {
  const { Const, Let } = typescript.NodeFlags;
  const kind = list.flags & Const ? "const" : list.flags & Let ? "let" : "var";
  return list.declarations.flatMap(({ name }) =>
    boundIdentifiers(typescript, name).map(
      (node): Declared => ({ name: node.text, kind, node, erased: false }),
    ),
  );
}

function boundIdentifiers(typescript: typeof ts, name: ts.BindingName): ts.Identifier[] {
  if (typescript.isIdentifier(name)) return name.text === "" ? [] : [name];
  return name.elements.flatMap((element) =>
    typescript.isOmittedExpression(element) ? [] : boundIdentifiers(typescript, element.name),
  );
}

/** `var` in a block belongs to the cell, unless a function stands between. */
function nestedVars(typescript: typeof ts, statement: ts.Statement): Declared[] {
  return varLists(typescript, statement).flatMap((list) => ofList(typescript, list));
}

/** The lists of `var` inside of a statement, which are not the statement itself. */
export function varLists(typescript: typeof ts, statement: ts.Statement): ts.VariableDeclarationList[] {
  if (typescript.isVariableStatement(statement) || typescript.isModuleDeclaration(statement)) return [];
  const lists: ts.VariableDeclarationList[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionScope(typescript, node)) return;
    if (typescript.isVariableDeclarationList(node) && !(node.flags & typescript.NodeFlags.BlockScoped)) {
      lists.push(node);
    }
    typescript.forEachChild(node, visit);
  };
  visit(statement);
  return lists;
}

/** Whether a statement starts with `declare`: it says what is there, and makes nothing. */
export function isAmbient(typescript: typeof ts, statement: ts.Statement): boolean {
  return (
    typescript.canHaveModifiers(statement) &&
    (typescript.getModifiers(statement) ?? []).some(
      ({ kind }) => kind === typescript.SyntaxKind.DeclareKeyword,
    )
  );
}
