import type { Notebook } from "../../notebook/index.js";
import type { Assignment } from "../Assignment.js";
import { type AssignmentOutline, outlineAssignment } from "./outlineAssignment.js";

/** The names that a code cell declares; `cell` is its position in the notebook. */
export type NamesOf = (source: string, cell: number) => Promise<readonly string[]>;

/**
 * Makes the answer key of the instructor's notebook.
 *
 * @throws {NotebookError} when it could not be released either, or its metadata name no packages
 */
export async function makeAssignment(notebook: Notebook, namesOf: NamesOf): Promise<Assignment> {
  return addNames(outlineAssignment(notebook), namesOf);
}

/** Makes an answer key of its outline. */
export async function addNames(outline: AssignmentOutline, namesOf: NamesOf): Promise<Assignment> {
  const cells = await Promise.all(
    outline.cells.map(async (cell, index) => ({
      ...cell,
      defines: cell.cellType === "code" ? await namesOf(cell.source, index) : [],
    })),
  );
  return { ...outline, cells };
}
