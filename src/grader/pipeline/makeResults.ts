import type { Assignment, AssignmentCell } from "../Assignment.js";
import type { Repair } from "../match/index.js";
import { overallVerdict, type Results, schemaVersion, type TestResult } from "../results/index.js";

export interface Findings {
  readonly student: string;
  readonly submissionHash: string;
  readonly assignment: Assignment;
  readonly graderVersion: string;
  readonly sandbox: Results["sandbox"];
  readonly tests: readonly TestResult[];
  readonly repairs: readonly Repair[];
  readonly notes: readonly string[];
}

/** Puts together what results.json holds. */
export function makeResults(findings: Findings): Results {
  const { student, submissionHash, assignment, graderVersion, sandbox, tests, repairs, notes } = findings;
  const { name, version, hash } = assignment;
  return {
    schema_version: schemaVersion,
    student,
    submission_hash: submissionHash,
    assignment: { name, version, hash },
    grader_version: graderVersion,
    sandbox,
    verdict: overallVerdict(tests.map(({ verdict }) => verdict)),
    score: sum(tests.map(({ points }) => points)),
    max_score: sum(tests.map(({ max_points }) => max_points)),
    tests,
    repairs: repairs.map(({ kind, gradeId, message }) => ({ kind, grade_id: gradeId, message })),
    notes,
  };
}

/** The cells that carry points or wait for a person: each has its line in the results. */
export function judgedCells({
  cells,
}: Assignment): readonly (AssignmentCell & { readonly gradeId: string })[] {
  return cells.flatMap((cell) =>
    cell.gradeId !== undefined && (cell.role === "test" || cell.role === "manual")
      ? [{ ...cell, gradeId: cell.gradeId }]
      : [],
  );
}

/** Points are few and decimal: what doubles leave over at the end is nobody's. */
function sum(points: readonly number[]): number {
  return Number(points.reduce((total, one) => total + one, 0).toFixed(9));
}
