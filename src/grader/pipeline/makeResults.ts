import type { Assignment, AssignmentCell } from "../Assignment.js";
import type { Program, Repair } from "../match/index.js";
import {
  type AnswerResult,
  fitResults,
  overallVerdict,
  type Results,
  schemaVersion,
  type TestResult,
} from "../results/index.js";

export interface Findings {
  readonly student: string;
  readonly submissionHash: string;
  readonly assignment: Assignment;
  readonly graderVersion: string;
  readonly sandbox: Results["sandbox"];
  readonly tests: readonly TestResult[];
  readonly repairs: readonly Repair[];
  readonly notes: readonly string[];
  readonly answers?: readonly AnswerResult[];
}

/** Puts together what results.json holds. */
export function makeResults(findings: Findings): Results {
  const { student, submissionHash, assignment, graderVersion, sandbox, tests, repairs, notes, answers } =
    findings;
  const { name, version, hash } = assignment;
  return fitResults({
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
    ...(answers !== undefined && { answers }),
  });
}

/** The student's own answers as they ran, and the other cells of theirs that something in the tests points into. */
export function answersOf(program: Program, tests: readonly TestResult[]): AnswerResult[] {
  const marked = new Set(tests.flatMap(({ marks = [] }) => marks.map(({ cell }) => cell)));
  return program.cells
    .filter(({ role, name }) => role === "solution" || (role === "extra" && marked.has(name)))
    .map(({ name, gradeId, source }) => ({ cell: name, ...(gradeId && { grade_id: gradeId }), source }));
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
