import type { Exercise, Gradebook, GradeRow } from "../gradebook/index.js";
import { countMistakes } from "./countMistakes.js";
import { countScores } from "./countScores.js";
import type { ExerciseSummary, Reason, Summary } from "./Summary.js";

/** What is to be said beside the grades. */
export interface SummaryOptions {
  /** What the assignment is called. */
  readonly assignment: string;
  /** When submissions were due, in milliseconds since 1970. */
  readonly due?: number | undefined;
}

/** Sums up a gradebook: the same rows give the same summary. */
export function summarize(
  gradebook: Pick<Gradebook, "exercises" | "rows">,
  { assignment, due }: SummaryOptions,
): Summary {
  const rows = gradebook.rows();
  const handedIn = rows.filter(({ verdict }) => verdict !== "missing");
  const scores = countScores(handedIn);
  return {
    assignment,
    handedIn: handedIn.length,
    missing: rows.filter(({ verdict }) => verdict === "missing"),
    hasRoster: rows.some(({ rosterEntry }) => rosterEntry !== undefined),
    ...(scores && { scores }),
    exercises: gradebook.exercises.map((exercise, column) => exerciseSummary(exercise, column, handedIn)),
    ...countMistakes(gradebook.exercises, handedIn),
    waiting: rows.filter(({ needsPerson }) => needsPerson.length > 0).length,
    reasons: reasonsOf(rows),
    ...(due !== undefined && { due }),
    late: handedIn.filter(isLate).toSorted((one, other) => lateBy(other) - lateBy(one)),
    timesKnown: handedIn.filter(({ lateness }) => lateness !== undefined).length,
  };
}

function exerciseSummary(
  { gradeId, maxPoints }: Exercise,
  column: number,
  rows: readonly GradeRow[],
): ExerciseSummary {
  const cells = rows.flatMap(({ points, verdicts }) => {
    const [got, verdict] = [points[column], verdicts[column]];
    return got === undefined ? [] : [{ got, isOpen: verdict === "pending" || verdict === "judge_error" }];
  });
  const settled = cells.filter(({ isOpen }) => !isOpen).map(({ got }) => got);
  const full = settled.filter((got) => got >= maxPoints).length;
  const none = settled.filter((got) => got < maxPoints && got <= 0).length;
  return {
    gradeId,
    maxPoints,
    mean: settled.reduce((sum, got) => sum + got, 0) / Math.max(1, settled.length),
    full,
    some: settled.length - full - none,
    none,
    waiting: cells.length - settled.length,
  };
}

function reasonsOf(rows: readonly GradeRow[]): Reason[] {
  const reasons = new Map<string, GradeRow[]>();
  for (const row of rows) {
    for (const reason of new Set(row.needsPerson)) {
      const students = reasons.get(reason);
      if (students === undefined) reasons.set(reason, [row]);
      else students.push(row);
    }
  }
  return [...reasons]
    .map(([reason, students]) => ({ reason, students }))
    .toSorted((one, other) => other.students.length - one.students.length);
}

function isLate({ lateness }: GradeRow): boolean {
  return lateness !== undefined && lateness.lateBySeconds !== 0;
}

function lateBy({ lateness }: GradeRow): number {
  return lateness?.lateBySeconds ?? -1;
}
