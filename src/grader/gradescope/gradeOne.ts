import type { Assignment } from "../Assignment.js";
import { readAssignment, readSecret } from "../assignment/index.js";
import type { Submission } from "../collect/index.js";
import { CellCompiler } from "../compile/index.js";
import { Turnstile } from "../execution/Turnstile.js";
import { type PreparedAssignment, TestJudge } from "../judge/index.js";
import { defaultRules, type GraderParts } from "../pipeline/GraderParts.js";
import { gradeSubmission } from "../pipeline/gradeSubmission.js";
import type { Results } from "../results/index.js";
import { guestGlobals, openSandbox } from "../sandbox/index.js";

export interface OneRequest {
  /** The instructor's notebooks. */
  readonly assignments: readonly string[];
  /** The file with the secret. */
  readonly secret: string;
  readonly types: "tell" | "strict";
  readonly graderVersion: string;
  readonly student: string;
  /** @param assignment what the assignment is called */
  submission(assignment: string): Promise<Pick<Submission, "notes" | "read">>;
}

/**
 * Grades a single submission, with a grader that is opened for it and closed after it.
 *
 * @throws whatever is not the student's fault
 */
export async function gradeOne(request: OneRequest): Promise<Results> {
  const compiler = new CellCompiler({ globals: guestGlobals });
  const opening = openSandbox("auto", { ahead: 1 });
  const tests = new Map<Assignment, PreparedAssignment>();
  const judge = new TestJudge((assignment) => tests.get(assignment)!);
  try {
    const [assignments, sandbox, secret] = await Promise.all([
      readAssignments(request.assignments, compiler, tests),
      opening,
      readSecret(request.secret),
    ]);
    const parts: GraderParts = {
      ...{ assignments, compiler, sandbox, judge, secret: secret.text },
      turnstile: new Turnstile(),
      rules: { ...defaultRules, types: request.types },
      graderVersion: request.graderVersion,
      now: () => performance.now() / 1000,
    };
    const { notes, read } = await request.submission(assignments[0].name);
    const results = await gradeSubmission(parts, request.student, await read());
    return { ...results, notes: [...notes, ...results.notes] };
  } finally {
    compiler.end();
    await judge.close();
    await opening.then(
      (sandbox) => sandbox.close(),
      () => {},
    );
  }
}

async function readAssignments(
  files: readonly string[],
  compiler: CellCompiler,
  tests: Map<Assignment, PreparedAssignment>,
): Promise<GraderParts["assignments"]> {
  const [first, ...others] = await Promise.all(
    files.map(async (file) => {
      const assignment = await readAssignment(file, compiler);
      tests.set(assignment, await compiler.prepare(assignment));
      return assignment;
    }),
  );
  if (first === undefined) throw new TypeError("gradeOne: expected at least one assignment, got none.");
  return [first, ...others];
}
