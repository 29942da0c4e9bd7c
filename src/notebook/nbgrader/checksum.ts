import { createHash } from "node:crypto";
import { pythonFloat } from "../format/pythonFloat.js";
import type { Cell } from "../Notebook.js";
import { nbgraderOf } from "./NbgraderMetadata.js";

/**
 * The checksum by which nbgrader sees that a cell was changed: MD5 over the source, the type, the flags, the
 * grade_id and, when it is graded, the points.
 *
 * @returns 32 hexadecimal digits
 * @throws {TypeError} when the cell has no grade_id
 *
 * Source: nbgrader/utils.py, compute_checksum
 */
export function checksum(cell: Cell): string {
  const meta = nbgraderOf(cell);
  if (meta?.grade_id === undefined) {
    throw new TypeError("checksum: expected a cell with nbgrader metadata and a grade_id, got one without.");
  }
  const { grade, solution, grade_id, points = 0 } = meta;
  const locked = !solution && (grade || meta.locked);
  const parts = [cell.source, cell.cell_type, python(grade), python(solution), python(locked), grade_id];
  if (grade) parts.push(pythonFloat(points));
  return createHash("md5").update(parts.join(""), "utf8").digest("hex");
}

function python(flag: boolean): string {
  return flag ? "True" : "False";
}
