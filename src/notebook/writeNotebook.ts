import { mkdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { serializeNotebook } from "./format/serializeNotebook.js";
import type { Notebook } from "./Notebook.js";

/**
 * Writes an .ipynb file as JupyterLab does, whole or not at all: the text goes into a file beside it, which then
 * takes its name. A link stays a link.
 */
export async function writeNotebook(file: string, notebook: Notebook): Promise<void> {
  const text = serializeNotebook(notebook);
  await mkdir(dirname(file), { recursive: true });
  const target = await realpath(file).catch(() => file);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
