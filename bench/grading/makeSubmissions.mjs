// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @typedef {{ cell_type: string, source: string | string[], metadata: { nbgrader?: { grade_id?: string, solution?: boolean }, tags?: string[] } }} Cell */

/**
 * Writes submissions in which every exercise is solved, each in other words: nobody's answer is known from somebody
 * else's.
 *
 * @param {{ root: string, count: number, fileOf(student: string): string }} options
 */
export function makeSubmissions({ root, count, fileOf }) {
  const released = read(join(root, "notebooks/Initialization.ipynb"));
  const solved = read(join(root, "notebooks/instructor/Initialization.ipynb"));
  for (let number = 1; number <= count; number++) {
    const student = `student${String(number).padStart(5, "0")}`;
    const cells = released.cells.map((cell, index) => {
      const answer = solved.cells[index];
      if (!cell.metadata.nbgrader?.solution || answer === undefined) return cell;
      return { ...cell, source: `${textOf(answer)}\n// ${student}` };
    });
    const file = fileOf(student);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...released, cells }));
  }
}

/** @param {string} file @returns {{ cells: Cell[] }} */
function read(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** @param {Cell} cell */
function textOf({ source }) {
  return typeof source === "string" ? source : source.join("");
}
