import { type Cell, cellRole, mapCells } from "../../notebook/index.js";
import { codeStub, textStub } from "../stubs.js";
import type { Pass } from "./Pass.js";
import { replaceRegions } from "./replaceRegions.js";

/**
 * Puts the stub in place of each solution. As in nbgrader, an answer cell without markers is a solution from its
 * first line to its last.
 */
export const clearSolutions: Pass = (notebook) => {
  const cleared = replaceRegions(notebook, {
    name: "SOLUTION",
    roles: ["solution", "manual"],
    home: "a cell for the student's answer",
    replacement: stubFor,
  });
  return mapCells(cleared, (cell, index) => {
    const role = cellRole(cell);
    const isAnswer = role === "solution" || role === "manual";
    return isAnswer && cell === notebook.cells[index] ? { ...cell, source: stubFor(cell) } : cell;
  });
};

function stubFor(cell: Cell): string {
  return cell.cell_type === "code" ? codeStub : textStub;
}
