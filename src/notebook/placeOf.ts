import type { Notebook } from "./Notebook.js";
import type { NotebookPlace } from "./NotebookError.js";
import { nbgraderOf } from "./nbgrader/NbgraderMetadata.js";

/** How an error names a cell: by its position and by its grade_id, or its id when it has none. */
export function placeOf(notebook: Notebook, cell: number, line?: number): NotebookPlace {
  const found = notebook.cells[cell];
  const gradeId = found && nbgraderOf(found)?.grade_id;
  return { cell, cellName: gradeId || found?.id, line };
}
