import { editMetadata, type Notebook, NotebookError, readNotebook } from "../notebook/index.js";
import { release } from "./release.js";

/**
 * Reads the instructor's notebook and makes the students' of it.
 *
 * @param forced notes in the metadata that it is released although it was found unsound
 * @throws {NotebookError} when no release can be made of it; it names the file, the cell and the line
 */
export async function readRelease(source: string, forced = false): Promise<Notebook> {
  const notebook = await readNotebook(source);
  try {
    return forced ? markForced(release(notebook)) : release(notebook);
  } catch (error) {
    throw error instanceof NotebookError ? error.inFile(source) : error;
  }
}

function markForced(notebook: Notebook): Notebook {
  return editMetadata(notebook, { initlab: { ...(notebook.metadata.initlab as object), forced: true } });
}
