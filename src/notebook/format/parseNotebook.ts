import type { Notebook } from "../Notebook.js";
import { NotebookError } from "../NotebookError.js";
import { locateJsonError } from "./locateJsonError.js";
import { joinLines } from "./multiline.js";
import { explainIssue, type FileNotebook, notebookSchema } from "./notebookSchema.js";

/**
 * Reads the text of an .ipynb file.
 *
 * @returns the notebook, checked against format 4, with unknown keys kept
 * @throws {NotebookError} when the text is no notebook of format 4; it says the line, or the cell and the key
 */
export function parseNotebook(text: string): Notebook {
  const value = parseJson(text);
  checkVersion(value);
  const checked = notebookSchema.safeParse(value, { error: explainIssue });
  if (!checked.success) throw describeIssue(value, checked.error.issues[0]);
  // The value itself, not zod's copy: the copy orders its keys anew and gives `__proto__` a meaning.
  return joinLines(value as FileNotebook);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw describeJsonFault(text);
  }
}

function describeJsonFault(text: string): NotebookError {
  if (text.trim() === "") return new NotebookError("the file is empty. Restore it from a copy.");
  if (/^\s*<(?:!doctype|html)/i.test(text)) {
    return new NotebookError("this is a web page, not a notebook. Download the raw .ipynb file.");
  }
  const conflict = text.split("\n").findIndex((line) => /^<{7}(?: |$)/.test(line));
  if (conflict >= 0) {
    return new NotebookError("git's conflict markers stand here. Resolve the merge first.", {
      line: conflict + 1,
    });
  }
  const fault = locateJsonError(text);
  if (fault === undefined) return new NotebookError("this cannot be read as JSON.");
  const { line, column, expected, found } = fault;
  return new NotebookError(`not JSON: at column ${column} expected ${expected}, found ${found}.`, { line });
}

function checkVersion(value: unknown): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new NotebookError('not a notebook: expected an object with "cells", "metadata" and "nbformat".');
  }
  const { nbformat } = value as { nbformat?: unknown };
  if (nbformat === undefined) throw new NotebookError('not a notebook: it has no "nbformat".');
  if (typeof nbformat === "number" && nbformat < 4) {
    throw new NotebookError(
      `nbformat ${nbformat} is too old; expected 4. Open and save it in JupyterLab, or run: jupyter nbconvert --to notebook --nbformat 4 FILE`,
    );
  }
  if (nbformat !== 4) {
    throw new NotebookError(
      `nbformat should be 4, but is ${JSON.stringify(nbformat)}. Save it again with JupyterLab 4, which writes format 4.`,
    );
  }
}

function describeIssue(
  value: unknown,
  issue?: { readonly path: readonly PropertyKey[]; readonly message: string },
): NotebookError {
  const path = issue?.path ?? [];
  const message = issue?.message ?? "is not a notebook of format 4";
  const [first, cell, ...rest] = path;
  if (first !== "cells" || typeof cell !== "number")
    return new NotebookError(`${path.join(".")} ${message}.`);
  const { id } = ((value as { cells: unknown[] }).cells[cell] ?? {}) as { id?: unknown };
  const subject = rest.length === 0 ? "it" : rest.join(".");
  return new NotebookError(`${subject} ${message}.`, {
    cell,
    cellName: typeof id === "string" ? id : undefined,
  });
}
