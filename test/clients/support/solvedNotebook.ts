import { join } from "node:path";
import { type Notebook, nbgraderOf, readNotebook } from "../../../src/notebook/index.ts";
import { root } from "../../notebooks/executeNotebook.ts";

/** The instructor's notebook: every exercise solved, hidden tests and all. */
export const solvedNotebook: Notebook = await readNotebook(
  join(root, "notebooks/instructor/Initialization.ipynb"),
);

/** The notebook as students get it. */
export const releasedNotebook: Notebook = await readNotebook(join(root, "notebooks/Initialization.ipynb"));

/** A notebook with other code in some cells, each named by its grade_id. */
export function withCells(notebook: Notebook, sources: Readonly<Record<string, string>>): Notebook {
  const cells = notebook.cells.map((cell) => {
    const source = sources[nbgraderOf(cell)?.grade_id ?? ""];
    return source === undefined ? cell : { ...cell, source };
  });
  return { ...notebook, cells };
}

/** The code of a cell, named by its grade_id. */
export function sourceOf(notebook: Notebook, gradeId: string): string {
  const cell = notebook.cells.find((candidate) => nbgraderOf(candidate)?.grade_id === gradeId);
  if (cell === undefined) throw new Error(`sourceOf: there is no cell ${gradeId}`);
  return cell.source;
}
