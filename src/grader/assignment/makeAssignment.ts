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

/** The names that a code cell declares; `cell` is its position in the notebook. */
export type NamesOf = (source: string, cell: number) => Promise<readonly string[]>;

/**
 * Makes the answer key of the instructor's notebook.
 *
 * @throws {NotebookError} when it could not be released either, or its metadata name no packages
 */
export async function makeAssignment(notebook: Notebook, namesOf: NamesOf): Promise<Assignment> {
  const released = release(notebook);
  const { name, version } = released.metadata.initlab as { name: string; version: string };
  const imports = importsOf(notebook);
  const cells = await Promise.all(
    notebook.cells.map((cell, index) =>
      assignmentCell(cell, released.cells[index]?.source ?? "", (source) => namesOf(source, index)),
    ),
  );
  const hash = createHash("sha256").update(JSON.stringify({ name, version, imports, cells })).digest("hex");
  return { name, version, hash, imports, cells };
}

async function assignmentCell(
  cell: Cell,
  released: string,
  namesOf: (source: string) => Promise<readonly string[]>,
): Promise<AssignmentCell> {
  const { grade_id: gradeId, points = 0 } = nbgraderOf(cell) ?? {};
  const role = roleOf(cell);
  const isCode = cell.cell_type === "code";
  return {
    ...(gradeId !== undefined && cellRole(cell) !== "plain" && { gradeId }),
    ...(cell.id !== undefined && { id: cell.id }),
    cellType: cell.cell_type,
    role,
    source: cell.source,
    released,
    points: role === "test" || role === "manual" ? points : 0,
    defines: isCode ? await namesOf(cell.source) : [],
    skip: isCode && tagsOf(cell).includes(skipTag),
  };
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
