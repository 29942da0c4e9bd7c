import { cellRole, editMetadata, mapCells } from "../../notebook/index.js";
import type { Pass } from "./Pass.js";

/**
 * Keeps students from deleting cells that count, and from editing those that are not theirs to edit.
 *
 * Source: nbgrader/preprocessors/lockcells.py
 */
export const lockCells: Pass = (notebook) =>
  mapCells(notebook, (cell) => {
    const role = cellRole(cell);
    if (role === "plain") return cell;
    const isAnswer = role === "solution" || role === "manual";
    return editMetadata(cell, { deletable: false, ...(!isAnswer && { editable: false }) });
  });
