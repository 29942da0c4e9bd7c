import { type Cell, tableText } from "../csv/index.js";
import type { Gradebook, GradeRow } from "../gradebook/index.js";

const before = ["student", "name", "email"] as const;
const after = [
  "total",
  "maximum",
  "verdict",
  "submitted_at",
  "late",
  "late_by_seconds",
  "decided_by_person",
  "needs_person",
] as const;
const fixed: ReadonlySet<string> = new Set([...before, ...after]);

/**
 * The text of `grades.csv`: a line for each submission and for each student of the roster who handed in nothing, in the
 * order of the students' names, with a column of points for each exercise. Lateness is told and costs nothing.
 */
export function gradesCsv(gradebook: Gradebook): string {
  const exercises = gradebook.exercises.map(({ gradeId }) =>
    fixed.has(gradeId) ? `${gradeId} (exercise)` : gradeId,
  );
  const rows = gradebook.rows().map((row) => cellsOf(row, exercises.length));
  return tableText([...before, ...exercises, ...after], rows);
}

function cellsOf(row: GradeRow, exercises: number): readonly Cell[] {
  const { student, name, email, points, score, maxScore, verdict, lateness, overrides, needsPerson } = row;
  const isLate = lateness !== undefined && lateness.lateBySeconds !== 0;
  return [
    student,
    name,
    email,
    ...Array.from({ length: exercises }, (_, column) => points[column]),
    score,
    maxScore,
    verdict,
    lateness?.submittedAt,
    isLate ? "yes" : undefined,
    lateness?.lateBySeconds,
    overrides.length === 0 ? undefined : overrides.length,
    needsPerson.join(" "),
  ];
}
