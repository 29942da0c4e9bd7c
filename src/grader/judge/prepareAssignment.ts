import type ts from "typescript";
import { CellError, type Compiler, toScript } from "../../cells/index.js";
import { importedNames } from "../../cells/source/importedNames.js";
import { parseCell } from "../../cells/source/parseCell.js";
import type { Assignment, AssignmentCell } from "../Assignment.js";
import {
  type GivenImport,
  hiddenMarker,
  type PreparedAssignment,
  type PreparedTest,
} from "./PreparedTest.js";

/** Makes scripts of an assignment's test cells, and finds out what they may see. Their text is the instructor's. */
export function prepareAssignment(compiler: Compiler, assignment: Assignment): PreparedAssignment {
  const { cells, imports: packages } = assignment;
  const code = cells.filter(({ cellType }) => cellType === "code");
  const given = code.filter(({ role }) => role === "given");
  const solutions = code.filter(({ role }) => role === "solution");
  return {
    tests: code.filter(({ role }) => role === "test").map((cell) => prepareTest(compiler, cell)),
    surroundings: {
      imports: given.flatMap(({ source }) => importsOf(compiler, source)),
      names: solutions.flatMap(({ defines }) => defines),
      packages,
    },
  };
}

function prepareTest(compiler: Compiler, { gradeId = "", source, released }: AssignmentCell): PreparedTest {
  const empty = { gradeId, scripts: [], imports: [], hiddenRegions: 0, hasValue: false, checks: [] };
  try {
    const { text, regions } = markHidden(source);
    const script = toScript(compiler, text, { globals: new Set() });
    if (script.isAsync)
      return { ...empty, problem: "it waits with `await`, and tests that wait are not supported" };
    return {
      gradeId,
      scripts: script.parts.map((part) => part.text),
      imports: script.imports,
      hiddenRegions: regions,
      hasValue: toScript(compiler, source, { globals: new Set() }).hasValue,
      checks: visibleChecks(compiler, released),
    };
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return { ...empty, problem: `it is not TypeScript that can run: ${error.message}` };
  }
}

/**
 * Puts statements in the place of the markers, on the same lines. They are declarations, which have no value, so that
 * a cell's value stays that of its last expression.
 */
function markHidden(source: string): { text: string; regions: number } {
  let regions = 0;
  const text = source.replaceAll(/^([ \t]*)\/\/+\s*(BEGIN|END) HIDDEN TESTS[ \t]*$/gm, (_, indent, word) => {
    if (word === "BEGIN") regions++;
    return `${indent};var ${hiddenMarker}value=${hiddenMarker}(${word === "BEGIN"});`;
  });
  return { text, regions };
}

/** Statements that call a function by its name, each with the cell's imports before it. */
function visibleChecks(compiler: Compiler, released: string): string[] {
  const { ts: typescript } = compiler;
  const file = parseCell(compiler, released);
  const imports = file.statements.filter(typescript.isImportDeclaration).map((node) => node.getText(file));
  const calls = file.statements.filter(
    (node) =>
      typescript.isExpressionStatement(node) &&
      typescript.isCallExpression(node.expression) &&
      typescript.isIdentifier(node.expression.expression),
  );
  return calls.map((call) => {
    const text = [...imports, call.getText(file)].join("\n");
    return toScript(compiler, text, { globals: new Set() })
      .parts.map((part) => part.text)
      .join("\n");
  });
}

/** The names that a cell imports and that are there when it runs. */
function importsOf(compiler: Compiler, source: string): GivenImport[] {
  const { ts: typescript } = compiler;
  const declarations = parseCell(compiler, source).statements.filter(typescript.isImportDeclaration);
  return declarations.flatMap((declaration: ts.ImportDeclaration) => {
    const { text: specifier } = declaration.moduleSpecifier as ts.StringLiteral;
    return importedNames(typescript, declaration)
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ imported, node }) => ({ specifier, imported, name: node.text }));
  });
}
