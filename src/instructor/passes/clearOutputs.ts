import { editMetadata, mapCells } from "../../notebook/index.js";
import type { Pass } from "./Pass.js";

/** Takes out what the cells printed, how often they ran, and how their outputs were folded. */
export const clearOutputs: Pass = (notebook) =>
  mapCells(notebook, (cell) => {
    if (cell.cell_type !== "code") return cell;
    const cleared = { ...cell, outputs: [], execution_count: null };
    return editMetadata(cleared, { collapsed: undefined, scrolled: undefined });
  });
