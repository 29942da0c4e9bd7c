import { dirname, join } from "node:path";
import type { Assignment } from "../Assignment.js";
import { readAssignment, readSecret } from "../assignment/index.js";
import { collectSubmissions, type Submission } from "../collect/index.js";
import { CellCompiler } from "../compile/index.js";
import { type PreparedAssignment, TestJudge } from "../judge/index.js";
import { guestGlobals, openSandbox } from "../sandbox/index.js";
import type { GradeEvents, GradeRequest, GradeSummary } from "./GradeRequest.js";
import { Lane } from "./Lane.js";
import { mapInOrder } from "./mapInOrder.js";
import { SummaryCounter } from "./SummaryCounter.js";

/**
 * Grades submissions: finds them, reads them, runs each in a sandbox of its own, and writes its results.
 *
 * @param signal once aborted, sandboxes end and no results are written any more
 * @throws {UsageError} when a path leads nowhere
 * @throws {NotebookError} when an assignment or the secret is not sound
 * @throws {SandboxError} when the sandbox that is asked for does not work here; nothing has run then
 */
export async function grade(
  request: GradeRequest,
  events: GradeEvents,
  signal: AbortSignal,
): Promise<GradeSummary> {
  const { jobs, require } = request;
  // All at once: the first result is waited for.
  const compiler = new CellCompiler({ globals: guestGlobals });
  const opening = openSandbox(request.sandbox, {
    ahead: Math.ceil(jobs / 2),
    ...(require !== undefined && { require }),
  });
  const tests = new Map<Assignment, PreparedAssignment>();
  const judges = openJudges(jobs, tests);
  try {
    const [key, sandbox] = await Promise.all([readKey(request, events, { compiler, tests }), opening]);
    signal.addEventListener("abort", () => void sandbox.close());
    const shared = { ...key, compiler, sandbox, request, events, signal };
    return await gradeAll(shared, Lane.open(shared, judges));
  } finally {
    compiler.end();
    await Promise.all(judges.map((judge) => judge.close()));
    await opening.then(
      (sandbox) => sandbox.close(),
      () => {},
    );
  }
}

type Shared = Parameters<typeof Lane.open>[0];

async function gradeAll(
  { request, events, assignments, signal }: Shared,
  lanes: readonly Lane[],
): Promise<GradeSummary> {
  const counter = new SummaryCounter();
  const submissions = collectSubmissions(request.submissions, {
    assignment: assignments[0].name,
    tell: (message) => events.onWarning(message),
  });
  const work = async (submission: Submission, lane: number) => lanes[lane]?.grade(submission);
  for await (const graded of mapInOrder(submissions, lanes.length, work, signal)) {
    if (graded === undefined) continue;
    counter.add(graded);
    events.onGraded(graded);
  }
  return counter.summary();
}

/** Each lane has a judge of its own. They look up tests that are compiled meanwhile. */
function openJudges(count: number, tests: ReadonlyMap<Assignment, PreparedAssignment>): TestJudge[] {
  const prepared = (assignment: Assignment): PreparedAssignment => {
    const found = tests.get(assignment);
    if (found === undefined) throw new Error(`the tests of ${assignment.name} have not been compiled`);
    return found;
  };
  const judges = Array.from({ length: count }, () => new TestJudge(prepared));
  // The others start when their lane has something to judge. One that does not start says so when it is asked.
  judges[0]?.open().catch(() => {});
  return judges;
}

/** What the grader has to know before it looks at submissions. */
async function readKey(
  { assignments: files, secret: secretFile }: GradeRequest,
  events: GradeEvents,
  { compiler, tests }: { compiler: CellCompiler; tests: Map<Assignment, PreparedAssignment> },
): Promise<Pick<Shared, "assignments" | "secret">> {
  const [first, ...others] = await Promise.all(
    files.map(async (file) => {
      const assignment = await readAssignment(file, compiler);
      tests.set(assignment, await compiler.prepare(assignment));
      return assignment;
    }),
  );
  if (first === undefined) throw new TypeError("grade: expected at least one assignment, got none.");
  const file = secretFile ?? join(dirname(files[0] ?? ""), ".initlab-secret");
  const secret = await readSecret(file);
  if (secret.isNew) events.onWarning(`a new secret for hidden tests is in ${file}. Keep a copy of it.`);
  if (secret.warning !== undefined) events.onWarning(secret.warning);
  return { assignments: [first, ...others], secret: secret.text };
}
