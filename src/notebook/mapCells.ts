import type { Cell, Notebook } from "./Notebook.js";

/** The notebook with each cell replaced by what `change` makes of it. */
export function mapCells(notebook: Notebook, change: (cell: Cell, index: number) => Cell): Notebook {
  return { ...notebook, cells: notebook.cells.map(change) };
}
