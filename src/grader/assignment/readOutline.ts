import { NotebookError, readNotebook } from "../../notebook/index.js";
import { type AssignmentOutline, outlineAssignment } from "./outlineAssignment.js";

/**
 * Reads of the instructor's notebook what can be told without a compiler, so that results can be recognized as up to
 * date before anything is started.
 *
 * @throws {NotebookError} when the notebook is not sound
 */
export async function readOutline(file: string): Promise<AssignmentOutline> {
  const notebook = await readNotebook(file);
  try {
    return outlineAssignment(notebook);
  } catch (error) {
    throw error instanceof NotebookError ? error.inFile(file) : error;
  }
}
