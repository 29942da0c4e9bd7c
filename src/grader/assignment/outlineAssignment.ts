import { createHash } from "node:crypto";
import { release } from "../../instructor/release.js";
import { type Cell, cellRole, type Notebook, NotebookError, nbgraderOf } from "../../notebook/index.js";
import type { Assignment, AssignmentCell, AssignmentRole } from "../Assignment.js";

/** What submissions may import when the notebook's metadata does not say. */
export const defaultImports: readonly string[] = [
  "init_utils",
  "public_tests",
  "@tensorflow/tfjs",
  "seedrandom",
];

/** Cells with this tag are not run by the grader: training that takes long and that no test looks at. */
const skipTag = "skip-grading";

/** The answer key as far as no compiler is needed for it. */
export interface AssignmentOutline extends Omit<Assignment, "cells"> {
  readonly cells: readonly OutlinedCell[];
}

export type OutlinedCell = Omit<AssignmentCell, "defines">;

/**
 * Reads of the instructor's notebook what each cell is for.
 *
 * @throws {NotebookError} when it could not be released either, or its metadata name no packages
 */
export function outlineAssignment(notebook: Notebook): AssignmentOutline {
  const released = release(notebook);
  const { name, version } = released.metadata.initlab as { name: string; version: string };
  const imports = importsOf(notebook);
  const cells = notebook.cells.map((cell, index) => outlinedCell(cell, released.cells[index]?.source ?? ""));
  const judged = JSON.stringify({ name, version, imports, cells: cells.map(judgedPart) });
  return { name, version, hash: createHash("sha256").update(judged).digest("hex"), imports, cells };
}

function outlinedCell(cell: Cell, released: string): OutlinedCell {
  const { grade_id: gradeId, points = 0 } = nbgraderOf(cell) ?? {};
  const role = roleOf(cell);
  return {
    ...(gradeId !== undefined && cellRole(cell) !== "plain" && { gradeId }),
    ...(cell.id !== undefined && { id: cell.id }),
    cellType: cell.cell_type,
    role,
    source: cell.source,
    released,
    points: role === "test" || role === "manual" ? points : 0,
    skip: cell.cell_type === "code" && tagsOf(cell).includes(skipTag),
  };
}

/**
 * What verdicts may depend on. Of a text it is that it stands there: another explanation, and another scheme for who
 * marks by hand, leave every result as it is.
 */
function judgedPart(cell: OutlinedCell): unknown {
  if (cell.cellType === "code") return cell;
  if (cell.role === "manual") return { ...cell, source: undefined };
  return { ...cell, source: undefined, released: undefined };
}

function roleOf(cell: Cell): AssignmentRole {
  switch (cellRole(cell)) {
    case "solution":
      return "solution";
    case "tests":
      return "test";
    case "manual":
    case "task":
      return "manual";
    case "read-only":
      return cell.cell_type === "code" ? "given" : "text";
    default:
      return "text";
  }
}

function tagsOf({ metadata }: Cell): readonly unknown[] {
  return Array.isArray(metadata.tags) ? metadata.tags : [];
}

function importsOf({ metadata }: Notebook): readonly string[] {
  const { imports = defaultImports } = metadata.initlab as { imports?: unknown };
  if (Array.isArray(imports) && imports.every((name) => typeof name === "string")) return imports;
  throw new NotebookError(
    'metadata initlab.imports should be a list of the packages that students may import, such as ["init_utils"].',
  );
}
