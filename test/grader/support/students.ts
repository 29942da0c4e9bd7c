import { type Notebook, nbgraderOf } from "../../../src/notebook/index.ts";
import {
  releasedNotebook,
  solvedNotebook,
  sourceOf,
  withCells,
} from "../../clients/support/solvedNotebook.ts";

export const exercises = ["zeros", "random", "he"] as const;
export type Exercise = (typeof exercises)[number];

export const functionOf = (exercise: Exercise): string => `initialize_parameters_${exercise}`;

export const solutionOf = (exercise: Exercise): string => sourceOf(solvedNotebook, functionOf(exercise));

/** The release with these answers; the other exercises are as they were handed out. */
export function handIn(answers: Partial<Record<Exercise, string>>): Notebook {
  return withCells(
    releasedNotebook,
    Object.fromEntries(
      Object.entries(answers).map(([exercise, source]) => [functionOf(exercise as Exercise), source]),
    ),
  );
}

/** The release with every exercise solved, but for these. */
export function handInSolved(answers: Partial<Record<Exercise, string>> = {}): Notebook {
  return handIn({
    zeros: solutionOf("zeros"),
    random: solutionOf("random"),
    he: solutionOf("he"),
    ...answers,
  });
}

/** The notebook with a code cell of the student's own after the cell of that grade_id. */
export function withExtraCell(notebook: Notebook, after: string, source: string): Notebook {
  const place = notebook.cells.findIndex((cell) => nbgraderOf(cell)?.grade_id === after);
  const extra = {
    cell_type: "code",
    id: "extra",
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  } as const;
  return { ...notebook, cells: notebook.cells.toSpliced(place + 1, 0, extra) };
}
