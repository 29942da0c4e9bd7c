import type { Cell } from "../Notebook.js";
import { nbgraderOf } from "./NbgraderMetadata.js";

/**
 * - `solution`: the student's answer, judged by test cells
 * - `manual`: the student's answer, judged by a person
 * - `tests`: judges answers and carries points
 * - `task`: describes work that a person judges
 * - `read-only`: given code or text that counts as it was released
 * - `plain`: any other cell
 */
export type CellRole = "solution" | "manual" | "tests" | "task" | "read-only" | "plain";

/** What a cell is for, by its nbgrader metadata. */
export function cellRole(cell: Cell): CellRole {
  const meta = nbgraderOf(cell);
  if (meta === undefined) return "plain";
  if (meta.task === true) return "task";
  if (meta.solution === true) return meta.grade === true ? "manual" : "solution";
  if (meta.grade === true) return "tests";
  return meta.locked === true ? "read-only" : "plain";
}
