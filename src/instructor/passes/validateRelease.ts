import {
  type Cell,
  checksum,
  NotebookError,
  nbgraderOf,
  placeOf,
  validateNbgrader,
} from "../../notebook/index.js";
import type { Pass } from "./Pass.js";

/**
 * Changes nothing; makes sure that what is handed out is sound and gives nothing away.
 *
 * @throws {NotebookError} when it is not; it names the cell
 */
export const validateRelease: Pass = (notebook) => {
  validateNbgrader(notebook);
  const ids = new Set<string>();
  for (const [index, cell] of notebook.cells.entries()) {
    const { problem, line } = leftBehind(cell) ?? wrongId(cell, ids, notebook.nbformat_minor) ?? {};
    if (problem !== undefined) throw new NotebookError(problem, placeOf(notebook, index, line));
  }
  return notebook;
};

interface Finding {
  readonly problem: string;
  readonly line?: number;
}

function leftBehind(cell: Cell): Finding | undefined {
  const marker = /\b(?:BEGIN|END)[ \t]+(?:SOLUTION|HIDDEN[ \t]+TEST|MARK[ \t]+SCHEME)/i.exec(cell.source);
  if (marker !== null) {
    const line = cell.source.slice(0, marker.index).split("\n").length;
    return {
      problem: `"${marker[0]}" looks like a marker, but is none. Write it as // BEGIN SOLUTION is written.`,
      line,
    };
  }
  if (cell.cell_type === "code" && cell.outputs.length > 0) return { problem: "its outputs should be gone." };
  const noted = nbgraderOf(cell)?.checksum;
  return noted !== undefined && noted !== checksum(cell) ? { problem: "its checksum is wrong." } : undefined;
}

function wrongId(cell: Cell, ids: Set<string>, minor: number): Finding | undefined {
  if (minor < 5) return undefined;
  if (cell.id === undefined) return { problem: "it has no id. Open and save the notebook in JupyterLab." };
  if (ids.has(cell.id))
    return { problem: `another cell has the id "${cell.id}" too. Give one of them another.` };
  ids.add(cell.id);
  return undefined;
}
