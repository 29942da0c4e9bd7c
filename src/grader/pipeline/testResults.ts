import type { AssignmentCell } from "../Assignment.js";
import { TypeChecks } from "../compile/index.js";
import { cellLabel } from "../execution/cellLabel.js";
import type { Execution } from "../execution/Execution.js";
import { exerciseOf } from "../execution/exerciseOf.js";
import type { Judgment } from "../execution/Judgment.js";
import { evidenceResult, type TestResult, type TypeErrorResult } from "../results/index.js";
import { judgedCells } from "./makeResults.js";
import { marksOf } from "./marksOf.js";
import type { Ran } from "./Ran.js";
import { typeErrorsOf } from "./typeErrorsOf.js";

/** A line for each cell that carries points, in the order of the assignment. */
export function testResults(ran: Ran): Promise<TestResult[]> {
  const compiler = new TypeChecks(ran.parts.compiler);
  return Promise.all(
    judgedCells(ran.assignment).map((cell) =>
      cell.role === "manual" ? pending(cell, ran) : testResult(cell, ran, compiler),
    ),
  );
}

type Judged = AssignmentCell & { readonly gradeId: string };

function pending({ gradeId, points }: Judged, { program }: Ran): TestResult {
  const answer = program.cells.find((cell) => cell.role === "manual" && cell.gradeId === gradeId);
  const message = "A person decides over this answer.";
  return {
    grade_id: gradeId,
    verdict: "pending",
    points: 0,
    max_points: points,
    visibility: "visible",
    message,
    ...(answer !== undefined && { answer: answer.source }),
  };
}

async function testResult(test: Judged, ran: Ran, compiler: TypeChecks): Promise<TestResult> {
  const { program, execution, parts } = ran;
  const position = program.cells.findIndex(
    ({ role, gradeId }) => role === "test" && gradeId === test.gradeId,
  );
  const judgment = execution.judgments.get(position) ?? notAsked(execution);
  const exercise = exerciseOf(ran.assignment, test);
  const isLost = judgment.fraction < 1 && judgment.verdict !== "judge_error";
  const isStrict = parts.rules.types === "strict";
  const typeErrors = isLost || isStrict ? await typeErrorsOf(exercise, { ...ran, compiler }) : [];
  const final = isStrict && typeErrors.length > 0 ? withTypeErrors(judgment, typeErrors) : judgment;
  const marks = isLost ? marksOf(judgment, exercise, ran) : [];
  const { evidence } = judgment;
  return {
    grade_id: test.gradeId,
    verdict: final.verdict,
    points: Number((test.points * final.fraction).toFixed(9)),
    max_points: test.points,
    visibility: final.hidden ? "hidden" : "visible",
    message: final.message,
    ...(final.hint !== undefined && { hint: final.hint }),
    ...(evidence !== undefined && { evidence: evidenceResult(evidence) }),
    ...(marks.length > 0 && { marks }),
    ...(typeErrors.length > 0 && { type_errors: typeErrors }),
    cells: program.cells.filter(({ answers }) => answers.some(isOf(exercise))).map(({ name }) => name),
  };
}

function isOf(exercise: readonly AssignmentCell[]): (gradeId: string) => boolean {
  return (gradeId) => exercise.some((cell) => cell.gradeId === gradeId);
}

function notAsked({ stopped }: Execution): Judgment {
  if (stopped === "time") {
    return {
      verdict: "timeout",
      fraction: 0,
      hidden: false,
      message: "The notebook's time was used up before this test.",
    };
  }
  const message = "The notebook took its process down too often before this test.";
  return { verdict: "aborted", fraction: 0, hidden: false, message };
}

function withTypeErrors(judgment: Judgment, [first]: readonly TypeErrorResult[]): Judgment {
  // What went wrong when it ran says more than what the compiler says of it.
  if (judgment.verdict !== "passed" && judgment.verdict !== "failed") return judgment;
  const message = `${cellLabel(first?.cell ?? "")} does not type-check: line ${first?.line}, column ${first?.column}: ${first?.message}`;
  return { verdict: "type_error", fraction: 0, hidden: false, message };
}
