// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const cells = [
  "model",
  "initialize_parameters_zeros",
  "initialize_parameters_random",
  "initialize_parameters_he",
];

/**
 * What the instructor's notebook trains with: `model()` and the solved initializers, exactly as their cells have them
 * but for the types.
 *
 * @param {string} root the project's folder
 * @returns {string} JavaScript that defines `model`
 */
export function notebookCode(root) {
  const file = join(root, "notebooks", "instructor", "Initialization.ipynb");
  const notebook = JSON.parse(readFileSync(file, "utf8"));
  return cells.map((name) => withoutTypes(sourceOf(notebook, name))).join("\n");
}

/**
 * @param {{ cells: { source: string | string[], metadata: { nbgrader?: { grade_id?: string } } }[] }} notebook
 * @param {string} name
 */
function sourceOf(notebook, name) {
  const cell = notebook.cells.find(({ metadata }) => metadata.nbgrader?.grade_id === name);
  if (!cell) throw new Error(`notebookCode: the instructor's notebook has no cell with the grade_id ${name}`);
  return [cell.source].flat().join("");
}

/** @param {string} source */
function withoutTypes(source) {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
