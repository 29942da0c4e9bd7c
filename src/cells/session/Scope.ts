import type ts from "typescript";
import { type Declared, declaredNames, type NameKind } from "../source/declaredNames.js";
import { importedNames } from "../source/importedNames.js";

/** Where a name of earlier cells comes from. */
export interface Binding {
  readonly kind: NameKind;
  /** The number of the cell whose module exports it; imports come from their own module again. */
  readonly cell: number;
  /** The declaration that brings the name into another cell, as one line. */
  readonly text: string;
}

/** The names that earlier cells declared, each with its latest meaning. */
export class Scope {
  readonly #bindings = new Map<string, Binding>();

  constructor(private readonly typescript: typeof ts) {}

  copy(): Scope {
    const copy = new Scope(this.typescript);
    for (const [name, binding] of this.#bindings) copy.#bindings.set(name, binding);
    return copy;
  }

  get names(): Iterable<string> {
    return this.#bindings.keys();
  }

  get(name: string): Binding | undefined {
    return this.#bindings.get(name);
  }

  /** Takes over what a cell declares; `cell` is the number of its module. */
  declare(file: ts.SourceFile, cell: number): void {
    const declared = declaredNames({ ts: this.typescript }, file);
    for (const { name, kind } of latest(declared)) {
      // A type beside an earlier variable of that name leaves the variable what it is.
      const variable = kind === "type" && isVariable(this.get(name)) ? this.get(name)?.kind : undefined;
      const isType = declared.some((one) => one.name === name && one.kind === "type");
      const text = declaration(name, variable ?? kind, cell, isType);
      this.#bindings.set(name, { kind: variable ?? kind, cell, text });
    }
    for (const statement of file.statements) {
      if (this.typescript.isImportDeclaration(statement)) this.#declareImport(statement, file, cell);
    }
  }

  /** The declarations that a cell needs, on one line, and the cells that they come from. */
  prelude(names: Iterable<string>, own: readonly Declared[]): { text: string; cells: Set<number> } {
    const kinds = new Map(latest(own).map(({ name, kind }) => [name, kind]));
    const cells = new Set<number>();
    let text = "";
    for (const name of names) {
      const binding = this.get(name);
      const ownKind = kinds.get(name);
      const replaced = ownKind !== undefined && !(ownKind === "type" && isVariable(binding));
      if (binding === undefined || replaced) continue;
      text += ownKind === undefined ? binding.text : valueDeclaration(name, binding);
      cells.add(binding.cell);
    }
    return { text, cells };
  }

  #declareImport(statement: ts.ImportDeclaration, file: ts.SourceFile, cell: number): void {
    const from = `from ${statement.moduleSpecifier.getText(file)} ${statement.attributes?.getText(file) ?? ""}`;
    for (const { imported, node, typeOnly } of importedNames(this.typescript, statement)) {
      const name = node.text;
      const what =
        imported === "*"
          ? `* as ${name}`
          : `{${/^[\w$]+$/.test(imported) ? imported : JSON.stringify(imported)} as ${name}}`;
      const text = `import ${typeOnly ? "type " : ""}${what} ${from};`.replaceAll(/[\n\r\u2028\u2029]/g, " ");
      this.#bindings.set(name, { kind: typeOnly ? "type" : "import", cell, text });
    }
  }
}

/** Of several declarations of a name the one that is there at run time, and a value rather than a type. */
function latest(declared: readonly Declared[]): Declared[] {
  const found = new Map<string, Declared>();
  for (const one of declared) {
    if (one.kind !== "type" || !found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()];
}

function isVariable(binding: Binding | undefined): boolean {
  return binding !== undefined && ["const", "let", "var", "function"].includes(binding.kind);
}

/** What can be assigned to comes in as a variable of that type: an import could not be assigned to. */
function declaration(name: string, kind: NameKind, cell: number, isType: boolean): string {
  const from = `"${cellSpecifier(cell)}"`;
  if (kind !== "let" && kind !== "var") return `import {${name}} from ${from};`;
  const type = isType ? `type ${name}=import(${from}).${name};` : "";
  return `declare let ${name}:typeof import(${from}).${name};${type}`;
}

function valueDeclaration(name: string, { cell, kind }: Binding): string {
  const word = kind === "let" || kind === "var" ? "let" : "const";
  return `declare ${word} ${name}:typeof import("${cellSpecifier(cell)}").${name};`;
}

/** How one cell's module names another's. No file is called like that. */
export function cellSpecifier(cell: number): string {
  return `./^cell${cell}`;
}
