import { explainIssue } from "../format/notebookSchema.js";
import type { Cell, Notebook } from "../Notebook.js";
import { NotebookError } from "../NotebookError.js";
import { placeOf } from "../placeOf.js";
import { cellRole } from "./cellRole.js";
import { nbgraderOf, nbgraderSchema } from "./NbgraderMetadata.js";

/**
 * Checks the nbgrader metadata of all cells by nbgrader's own rules.
 *
 * @throws {NotebookError} at the first cell that breaks one
 *
 * Source: nbgrader/nbgraderformat/v3.py, MetadataValidatorV3
 */
export function validateNbgrader(notebook: Notebook): void {
  const cellOf = new Map<string, number>();
  for (const [index, cell] of notebook.cells.entries()) {
    const problem = problemOf(cell);
    if (problem !== undefined) throw new NotebookError(problem, placeOf(notebook, index));
    const id = nbgraderOf(cell)?.grade_id;
    if (id === undefined || cellRole(cell) === "plain") continue;
    const earlier = cellOf.get(id);
    if (earlier !== undefined) {
      throw new NotebookError(
        `the grade_id "${id}" is that of cell ${earlier + 1} already. Give each cell its own.`,
        placeOf(notebook, index),
      );
    }
    cellOf.set(id, index);
  }
}

function problemOf(cell: Cell): string | undefined {
  if (!("nbgrader" in cell.metadata)) return undefined;
  const checked = nbgraderSchema.safeParse(cell.metadata.nbgrader, { error: explainIssue });
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return `metadata ${["nbgrader", ...(issue?.path ?? [])].join(".")} ${issue?.message}.`;
  }
  const role = cellRole(cell);
  const { grade_id, points, grade } = checked.data;
  if (role === "plain") return undefined;
  if (!grade_id)
    return "it has a role, but no grade_id. Give it one, in nbgrader's toolbar or in the cell's metadata.";
  if (grade && points === undefined)
    return "it is graded, but has no points. Give it points, in nbgrader's toolbar or in the cell's metadata.";
  return misfit(role, cell.cell_type);
}

function misfit(role: ReturnType<typeof cellRole>, type: Cell["cell_type"]): string | undefined {
  if (role === "task") return type === "markdown" ? undefined : "a task should be a markdown cell.";
  if (type !== "markdown" || (role !== "tests" && role !== "solution")) return undefined;
  return role === "tests"
    ? "a markdown cell cannot test anything: make it a code cell, or a manually graded answer."
    : "only a person can judge a markdown answer: make it a manually graded answer.";
}
