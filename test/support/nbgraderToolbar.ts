import { type Cell, editMetadata, type Notebook, nbgraderOf } from "../../src/notebook/index.ts";

/** What nbgrader's sidebar in JupyterLab ("Create Assignment") offers for a cell. */
export interface ToolbarChoice {
  /** "" is "-": no role. */
  readonly type: "" | "manual" | "task" | "solution" | "tests" | "readonly";
  /** The ID field; where it is not shown the id stays, or one is drawn. */
  readonly id?: string;
  /** The field Points; empty is NaN. */
  readonly points?: number;
}

/**
 * Writes into a cell what the sidebar writes when somebody chooses there: all keys anew, without checksum and cell_type.
 *
 * Source: nbgrader 0.9.5, src/create_assignment/create_assignment_model.ts, newNbgraderData and toJson
 */
export function chooseInToolbar(cell: Cell, { type, id, points = Number.NaN }: ToolbarChoice): Cell {
  if (type === "") return editMetadata(cell, { nbgrader: undefined });
  const solution = type === "manual" || type === "solution";
  const grade = type === "manual" || type === "tests";
  const task = type === "task";
  const nbgrader = {
    grade,
    grade_id: id ?? nbgraderOf(cell)?.grade_id ?? "cell-0a1b2c3d4e5f6a7b",
    locked: !solution,
    ...((grade || task) && { points: points >= 0 ? points : 0 }),
    schema_version: 3,
    solution,
    task,
  };
  return editMetadata(cell, { nbgrader });
}

/** What opening the sidebar does to every cell that has nbgrader's metadata: `cell_type` goes. */
export function openToolbar(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) => {
    const meta = nbgraderOf(cell);
    if (meta === undefined) return cell;
    const { cell_type: _, ...nbgrader } = meta;
    return editMetadata(cell, { nbgrader });
  });
  return { ...notebook, cells };
}
