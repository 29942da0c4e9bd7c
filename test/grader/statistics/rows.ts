// Lines of a gradebook for tests.
import type { Exercise, Gradebook, GradeRow } from "../../../src/grader/gradebook/index.js";

/** A line where nothing is remarkable but what is said. */
export function row(student: string, parts: Partial<GradeRow> = {}): GradeRow {
  return {
    student,
    folder: student,
    verdict: "failed",
    score: 0,
    maxScore: 30,
    points: [],
    verdicts: [],
    hints: [],
    needsPerson: [],
    overrides: [],
    ...parts,
  };
}

export function missing(student: string, parts: Partial<GradeRow> = {}): GradeRow {
  const { folder, ...rest } = row(student, { verdict: "missing", ...parts });
  return rest;
}

export function gradebook(
  rows: readonly GradeRow[],
  exercises: readonly Exercise[] = [],
): Pick<Gradebook, "exercises" | "rows"> {
  return { exercises, rows: () => rows };
}
