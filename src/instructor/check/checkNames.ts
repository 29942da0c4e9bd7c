import type ts from "typescript";
import { type Compiler, type Diagnostic, Session } from "../../cells/index.js";
import { mentionedNames } from "../../cells/session/mentionedNames.js";
import { declaredNames } from "../../cells/source/declaredNames.js";
import { importedNames } from "../../cells/source/importedNames.js";
import { parseCell } from "../../cells/source/parseCell.js";
import { languageNames } from "../../grader/asking/languageNames.js";
import { cellsHost } from "../../kernel/language/cellsHost.js";
import { type Cell, cellRole, type Notebook } from "../../notebook/index.js";
import { type Finding, lineAt, lineOf } from "./Finding.js";

interface CellsOf {
  readonly notebook: Notebook;
  /** What students get of it; missing where it cannot be released. */
  readonly released?: Notebook | undefined;
}

/** Checks the types of all cells as the kernel does, and that test cells name only what they see in the judge. */
export function checkNames(compiler: Compiler, { notebook, released }: CellsOf, folder: string): Finding[] {
  const host = cellsHost({ folder, globals: Object.getOwnPropertyNames(globalThis) });
  const session = new Session(compiler, host);
  const restart = session.mark();
  const found = problemsIn(session, notebook);
  restart();
  const findings = found.map(([cell, problem]) => typeFinding(compiler, notebook, cell, problem));
  if (released !== undefined) {
    const known = new Set(found.map(([cell, { code, message }]) => `${cell} ${code} ${message}`));
    const answers = new Set(namesOf(compiler, notebook, ["solution"]));
    const isNew = ([cell, { code, message }]: Found): boolean =>
      !known.has(`${cell} ${code} ${message}`) && !answers.has(nameIn(message));
    const later = problemsIn(session, released).filter(isNew);
    findings.push(...later.map(([cell, problem]) => releasedFinding(notebook, released, cell, problem)));
  }
  return [...findings, ...unseenNames(compiler, notebook)];
}

type Found = readonly [cell: number, problem: Diagnostic];

function problemsIn(session: Session, { cells }: Notebook): Found[] {
  return cells.flatMap(({ cell_type, source }, index) => {
    if (cell_type !== "code") return [];
    const problems = session.check(source);
    session.commit(source);
    return problems.map((problem): Found => [index, problem]);
  });
}

/** "Cannot find name", with and without a suggestion, also where the name stands for a property. */
const unknownName = new Set([2304, 2552, 18004]);

function typeFinding(compiler: Compiler, notebook: Notebook, cell: number, problem: Diagnostic): Finding {
  const { code, line } = problem;
  const place = { step: "names", cell, line } as const;
  const name = nameIn(problem.message);
  if (!unknownName.has(code)) {
    const message = `TypeScript refuses the cell: ${oneLine(problem.message)}${code > 0 ? ` (TS${code})` : ""}`;
    const wayOut = "Set it right: the kernel does not run a cell that does not type-check.";
    return { ...place, kind: code < 2000 ? "syntax" : "type-error", message, wayOut };
  }
  const definer = notebook.cells.findIndex(
    (other, index) => index > cell && definitions(compiler, other).includes(name),
  );
  const where = definer < 0 ? "no cell before it defines" : `only cell ${definer + 1}, further down, defines`;
  const wayOut =
    definer < 0
      ? "Import it, define it in an earlier cell, or set its name right."
      : `Move the definition up, or put a locked cell with a stand-in for ${name} before this one.`;
  return { ...place, kind: "undefined-name", message: `it uses ${name}, which ${where}`, wayOut };
}

/** What is wrong only when solutions and hidden tests are gone. */
function releasedFinding(notebook: Notebook, released: Notebook, cell: number, problem: Diagnostic): Finding {
  const text = released.cells[cell]?.source.split("\n")[problem.line - 1] ?? "";
  const message = `as students get it, the cell does not type-check: ${oneLine(problem.message)} (TS${problem.code})`;
  return {
    ...{ step: "names", kind: "stub-types", cell, message },
    line: lineOf(notebook.cells[cell]?.source ?? "", text),
    wayOut: "What stands outside of the markers has to do without what stands between them.",
  };
}

function unseenNames(compiler: Compiler, notebook: Notebook): Finding[] {
  const seen = new Set([
    ...languageNames,
    ...namesOf(compiler, notebook, ["solution"]),
    ...notebook.cells.flatMap((cell) => (cellRole(cell) === "read-only" ? importsOf(compiler, cell) : [])),
  ]);
  return notebook.cells.flatMap((cell, index) => {
    if (cellRole(cell) !== "tests" || cell.cell_type !== "code") return [];
    return usedNames(compiler, cell.source).flatMap(({ name, position }): Finding[] => {
      const definer = notebook.cells.findIndex((other) => definitions(compiler, other).includes(name));
      // A name that nothing defines has been told already.
      if (seen.has(name) || (definer < 0 && !(name in globalThis))) return [];
      const from = definer < 0 ? "it is Node's" : `cell ${definer + 1} defines it, which is no answer cell`;
      return [
        {
          ...{ step: "names", kind: "unseen-name", cell: index, line: lineAt(cell.source, position) },
          message: `the test uses ${name}, and in the judge there is no such name (${from})`,
          wayOut:
            "A test sees its own names, its imports, those of locked cells, and what answer cells define: define it in the test, or import it.",
        },
      ];
    });
  });
}

/** Names that a cell takes from outside when it runs, each at the first place; types are gone by then. */
function usedNames(
  { ts: typescript }: Compiler,
  source: string,
): readonly { readonly name: string; readonly position: number }[] {
  const file = parseCell({ ts: typescript }, source);
  const { declared } = mentionedNames(typescript, file);
  const first = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (typescript.isTypeNode(node) || typescript.isTypeOfExpression(node)) return;
    if (typescript.isInterfaceDeclaration(node) || typescript.isTypeAliasDeclaration(node)) return;
    if (typescript.isImportDeclaration(node)) return;
    if (typescript.isIdentifier(node) && isReference(typescript, node) && !first.has(node.text))
      first.set(node.text, node.getStart(file));
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return [...first].flatMap(([name, position]) => (declared.has(name) ? [] : [{ name, position }]));
}

function isReference(typescript: typeof ts, node: ts.Identifier): boolean {
  const { parent } = node;
  if (typescript.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (typescript.isPropertyAssignment(parent)) return parent.initializer === node;
  if (typescript.isBindingElement(parent)) return parent.initializer === node;
  if (typescript.isLabeledStatement(parent) || typescript.isBreakOrContinueStatement(parent)) return false;
  const isName = "name" in parent && parent.name === node;
  return !isName || typescript.isShorthandPropertyAssignment(parent);
}

function namesOf(compiler: Compiler, notebook: Notebook, roles: readonly string[]): string[] {
  return notebook.cells.flatMap((cell) =>
    roles.includes(cellRole(cell)) ? definitions(compiler, cell) : [],
  );
}

function definitions(compiler: Compiler, { cell_type, source }: Cell): string[] {
  if (cell_type !== "code") return [];
  return declaredNames(compiler, parseCell(compiler, source)).flatMap(({ name, kind, erased }) =>
    kind === "import" || erased ? [] : [name],
  );
}

function importsOf({ ts: typescript }: Compiler, { cell_type, source }: Cell): string[] {
  if (cell_type !== "code") return [];
  const declarations = parseCell({ ts: typescript }, source).statements.filter(
    typescript.isImportDeclaration,
  );
  return declarations.flatMap((one) => importedNames(typescript, one).map(({ node }) => node.text));
}

/** The name in "Cannot find name 'x'." */
function nameIn(message: string): string {
  return /'([^']+)'/.exec(message)?.[1] ?? "";
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").replace(/\.$/, "");
}
