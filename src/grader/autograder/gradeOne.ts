import { readOutline, readSecret } from "../assignment/index.js";
import type { Submission } from "../collect/index.js";
import { Turnstile } from "../execution/Turnstile.js";
import { defaultRules } from "../pipeline/GraderParts.js";
import { gradeSubmission } from "../pipeline/gradeSubmission.js";
import type { Results } from "../results/index.js";
import { Machines } from "../run/Machines.js";

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
  const { assignments: files, types, graderVersion, student } = request;
  const outlines = Promise.all(files.map(readOutline));
  const machines = new Machines({ assignments: files, jobs: 1, sandbox: "auto" }, outlines);
  try {
    const [running, secret] = await Promise.all([machines.get(), readSecret(request.secret)]);
    const { assignments, compiler, sandbox, judges } = running;
    const [judge] = judges;
    if (judge === undefined) throw new Error("gradeOne: there is no judge");
    const parts = {
      ...{ assignments, compiler, sandbox, judge, secret: secret.text, graderVersion },
      turnstile: new Turnstile(),
      rules: { ...defaultRules, types },
      now: () => performance.now() / 1000,
    };
    const { notes, read } = await request.submission(assignments[0].name);
    const results = await gradeSubmission(parts, student, await read());
    return { ...results, notes: [...notes, ...results.notes] };
  } finally {
    await machines.close();
  }
}
