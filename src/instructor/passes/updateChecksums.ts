import { cellRole, checksum, editMetadata, mapCells, nbgraderOf } from "../../notebook/index.js";
import type { Pass } from "./Pass.js";

/**
 * Notes the checksum and the type of every cell that counts, as they are handed out.
 *
 * Source: nbgrader/preprocessors/computechecksums.py
 */
export const updateChecksums: Pass = (notebook) =>
  mapCells(notebook, (cell) => {
    if (cellRole(cell) === "plain") return cell;
    const nbgrader = { ...nbgraderOf(cell), checksum: checksum(cell), cell_type: cell.cell_type };
    return editMetadata(cell, { nbgrader });
  });
