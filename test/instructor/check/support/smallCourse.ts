import { type Cell, type Notebook, nbgraderOf } from "../../../../src/notebook/index.ts";
import { solvedNotebook, withCells } from "../../../clients/support/solvedNotebook.ts";

export const zeros = "initialize_parameters_zeros";
export const random = "initialize_parameters_random";

/** The project's assignment without what takes long: its packages, and two of its exercises with their tests. */
export const smallCourse: Notebook = {
  ...solvedNotebook,
  cells: solvedNotebook.cells.filter((cell) =>
    ["packages", zeros, `${zeros}_test`, random, `${random}_test`].includes(gradeIdOf(cell)),
  ),
};

export function gradeIdOf(cell: Cell): string {
  return nbgraderOf(cell)?.grade_id ?? "";
}

/** The position of a cell, from 1, as findings name it. */
export const positionOf = (gradeId: string, notebook: Notebook = smallCourse): number =>
  notebook.cells.findIndex((cell) => gradeIdOf(cell) === gradeId) + 1;

/** The course with a part of a cell's text replaced; it has to be there. */
export function edited(
  gradeId: string,
  from: string | RegExp,
  to: string,
  course: Notebook = smallCourse,
): Notebook {
  const cell = course.cells.find((one) => gradeIdOf(one) === gradeId)!;
  const source = cell.source.replace(from, to);
  if (source === cell.source) throw new Error(`edited: ${gradeId} has no ${from}`);
  return withCells(course, { [gradeId]: source });
}

/** The course with a cell's metadata or anything else of it changed. */
export function changed(
  gradeId: string,
  change: (cell: Cell) => Cell,
  course: Notebook = smallCourse,
): Notebook {
  return {
    ...course,
    cells: course.cells.map((cell) => (gradeIdOf(cell) === gradeId ? change(cell) : cell)),
  };
}

/** The course with the key of a cell's nbgrader metadata set. */
export function relabelled(gradeId: string, keys: Readonly<Record<string, unknown>>): Notebook {
  return changed(gradeId, (cell) => ({
    ...cell,
    metadata: { ...cell.metadata, nbgrader: { ...nbgraderOf(cell), ...keys } },
  }));
}

/** The course with one more cell before the cell of that grade_id. */
export function withCellBefore(gradeId: string, cell: Cell, course: Notebook = smallCourse): Notebook {
  return {
    ...course,
    cells: course.cells.toSpliced(positionOf(gradeId, course) - 1, 0, { ...cell, id: "added" }),
  };
}
