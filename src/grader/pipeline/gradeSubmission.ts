import type { Assignment } from "../Assignment.js";
import { cellNotes } from "../execution/cellNotes.js";
import type { Execution } from "../execution/Execution.js";
import { chooseAssignment, matchCells, type Program } from "../match/index.js";
import type { Results } from "../results/index.js";
import type { SubmissionNotebook, Unreadable } from "../submission/index.js";
import type { Verdict } from "../Verdict.js";
import { compileCells } from "./compileCells.js";
import type { GraderParts } from "./GraderParts.js";
import { answersOf, type Findings, judgedCells, makeResults } from "./makeResults.js";
import { runProgram } from "./runProgram.js";
import { testResults } from "./testResults.js";

/**
 * Grades one submission, from what was read of it to its results. Whatever stands in it, the submission has results:
 * only faults of the grader or of the machine throw.
 */
export async function gradeSubmission(
  parts: GraderParts,
  student: string,
  submission: SubmissionNotebook | Unreadable,
): Promise<Results> {
  const { assignments } = parts;
  if (submission.kind === "unreadable") {
    return ungraded(parts, student, submission.hash, "unreadable", submission.reason);
  }
  const choice = chooseAssignment(submission, assignments);
  if (choice.kind === "wrong_assignment") {
    return ungraded(parts, student, submission.hash, "wrong_assignment", choice.reason);
  }
  const { assignment } = choice;
  const program = matchCells(submission, assignment);
  const scripts = await compileCells(parts.compiler, program);
  const execution = await runUndisturbed(parts, () =>
    runProgram(parts, student, assignment, program, scripts),
  );
  tellHidden(parts, program, execution);
  const tests = await testResults({ parts, assignment, program, scripts, execution });
  return makeResults({
    ...commonFindings(parts, student, submission.hash, assignment),
    tests,
    answers: answersOf(program, tests),
    repairs: program.repairs,
    notes: [...program.notes, ...cellNotes(program, execution, parts.rules)],
  });
}

/** The results of a submission whose tests were not asked, for one reason. */
export function ungraded(
  parts: GraderParts,
  student: string,
  submissionHash: string,
  verdict: Verdict,
  message: string,
): Results {
  const [assignment] = parts.assignments;
  const tests = alike(assignment, verdict, message);
  return makeResults({
    ...commonFindings(parts, student, submissionHash, assignment),
    tests,
    repairs: [],
    notes: [],
  });
}

function tellHidden({ onHidden }: GraderParts, { cells }: Program, { judgments }: Execution): void {
  for (const [position, { hiddenEvidence }] of judgments) {
    if (hiddenEvidence !== undefined) onHidden?.(cells[position]?.gradeId ?? "", hiddenEvidence);
  }
}

function commonFindings(
  { graderVersion, sandbox }: GraderParts,
  student: string,
  submissionHash: string,
  assignment: Assignment,
): Omit<Findings, "tests" | "repairs" | "notes"> {
  return { student, submissionHash, assignment, graderVersion, sandbox: sandbox.tier };
}

function alike(assignment: Assignment, verdict: Verdict, message: string): Results["tests"] {
  return judgedCells(assignment).map(({ gradeId, points }) => ({
    grade_id: gradeId,
    verdict,
    points: 0,
    max_points: points,
    visibility: "visible",
    message,
  }));
}

/**
 * What ran out among others, time or memory, may have been the others': it counts only when it happens again with the
 * machine to itself.
 */
async function runUndisturbed({ turnstile }: GraderParts, run: () => Promise<Execution>): Promise<Execution> {
  // A sandbox that fails twice is told the second time.
  const first = await turnstile.together(run).catch(() => undefined);
  return first === undefined || first.disturbed ? turnstile.alone(run) : first;
}
