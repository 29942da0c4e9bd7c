import { readFile, stat } from "node:fs/promises";
import { parseNotebook } from "./format/parseNotebook.js";
import type { Notebook } from "./Notebook.js";
import { NotebookError } from "./NotebookError.js";

const megabyte = 2 ** 20;

/**
 * Reads an .ipynb file.
 *
 * @param maxBytes a larger file is refused before it is read; 100 MB when left out
 * @throws {NotebookError} when there is no such file, or what it holds is no notebook; it names the file
 */
export async function readNotebook(file: string, maxBytes: number = 100 * megabyte): Promise<Notebook> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) {
      const limit = `${Math.round(size / megabyte)} MB, more than ${Math.round(maxBytes / megabyte)} MB`;
      throw new NotebookError(`the file has ${limit}. Clear the outputs of its cells and save it again.`);
    }
    return parseNotebook(decode(await readFile(file)));
  } catch (error) {
    throw explain(error, file);
  }
}

/** A byte order mark at the beginning is dropped. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NotebookError("the file is not UTF-8 text. Save it again with JupyterLab.");
  }
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof NotebookError) return error.inFile(file);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return new NotebookError("there is no such file.", { file });
  if (code === "EISDIR") return new NotebookError("this is a folder; expected an .ipynb file.", { file });
  if (code === "EACCES" || code === "EPERM") return new NotebookError("reading it is not allowed.", { file });
  return error;
}
