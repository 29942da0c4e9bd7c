import { serializeNotebook } from "./format/serializeNotebook.js";
import type { Notebook } from "./Notebook.js";
import { writeWhole } from "./writeWhole.js";

/** Writes an .ipynb file as JupyterLab does, whole or not at all. */
export async function writeNotebook(file: string, notebook: Notebook): Promise<void> {
  await writeWhole(file, serializeNotebook(notebook));
}
