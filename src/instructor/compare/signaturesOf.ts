import type ts from "typescript";

/**
 * How the functions and classes that a cell declares are called: their names, each with its parameters and what it
 * returns, as the text has them but for blanks and comments.
 */
export function signaturesOf(compiler: typeof ts, source: string): ReadonlyMap<string, string> {
  const file = compiler.createSourceFile("cell.ts", source, compiler.ScriptTarget.Latest, true);
  return new Map(file.statements.flatMap((statement) => ofStatement(compiler, statement)));
}

type Signature = readonly [name: string, text: string];

function ofStatement(compiler: typeof ts, statement: ts.Statement): readonly Signature[] {
  if (compiler.isFunctionDeclaration(statement) && statement.name) {
    return [[statement.name.text, describe(statement)]];
  }
  if (compiler.isClassDeclaration(statement) && statement.name) {
    const built = statement.members.find((member) => compiler.isConstructorDeclaration(member));
    return [[statement.name.text, built ? describe(built) : "()"]];
  }
  if (!compiler.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer, type }): Signature[] => {
    if (!compiler.isIdentifier(name) || initializer === undefined) return [];
    const isFunction = compiler.isArrowFunction(initializer) || compiler.isFunctionExpression(initializer);
    return isFunction ? [[name.text, type ? clean(type.getText()) : describe(initializer)]] : [];
  });
}

function describe({ parameters, type }: ts.SignatureDeclaration): string {
  const list = parameters.map((parameter) => clean(parameter.getText())).join(", ");
  return `(${list})${type ? `: ${clean(type.getText())}` : ""}`;
}

function clean(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
