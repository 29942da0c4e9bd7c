import { dirname, join } from "node:path";
import { type AssignmentOutline, readOutline, readSecret } from "../assignment/index.js";
import { collectSubmissions } from "../collect/index.js";
import { graderBuild, ResultKeys } from "../keys/index.js";
import { OutputLock, sweepLeftovers, writing } from "../output/index.js";
import { defaultRules } from "../pipeline/GraderParts.js";
import { Classroom } from "./Classroom.js";
import type { GradeEvents, GradeRequest, GradeSummary } from "./GradeRequest.js";
import { gradeAll } from "./gradeAll.js";
import { Lane } from "./Lane.js";
import { Ledger } from "./Ledger.js";
import { Machines } from "./Machines.js";

/**
 * Grades submissions: finds them, reads them, runs each in a sandbox of its own, and writes its results. What an
 * earlier run has up-to-date results of is not graded again; when there is nothing else, nothing is started.
 *
 * @param signal once aborted, sandboxes end and no results are written any more
 * @throws {UsageError} when a path leads nowhere, another run writes into the same folder, or the disk is full
 * @throws {NotebookError} when an assignment or the secret is not sound
 * @throws {SandboxError} when the sandbox that is asked for does not work here; nothing has run then
 */
export async function grade(
  request: GradeRequest,
  events: GradeEvents,
  signal: AbortSignal,
): Promise<GradeSummary> {
  // Who only explains points may do so while somebody grades.
  if (request.explain !== undefined) return gradeInto(request, events, signal, false);
  const tell = (message: string): void => events.onWarning(message);
  const lock = await writing(request.out, () => OutputLock.take(request.out, tell));
  try {
    const isRerun = await writing(request.out, () => sweepLeftovers(request.out));
    return await gradeInto(request, events, signal, isRerun && !request.fresh);
  } finally {
    await lock.release();
  }
}

/** @param mayReuse whether it may turn out that there is nothing to grade */
async function gradeInto(
  request: GradeRequest,
  events: GradeEvents,
  signal: AbortSignal,
  mayReuse: boolean,
): Promise<GradeSummary> {
  const started = Date.now();
  const outlines = readOutlines(request.assignments);
  // Thrown again where it is waited for.
  outlines.catch(() => {});
  const machines = new Machines(request, outlines);
  // What goes wrong in one lane ends the others.
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  ended.addEventListener("abort", () => void machines.close());
  try {
    if (!mayReuse) machines.warm();
    const known = await readKnown(request, events, outlines);
    const { assignments, secret, keys, classroom } = known;
    const ledger = await Ledger.open({ request, assignments, classroom, events, started, now: Date.now });
    const lanes = Lane.open({ request, events, signal: ended, secret, keys, machines });
    const found = collectSubmissions(request.submissions, {
      assignment: assignments[0].name,
      tell: (message) => events.onWarning(message),
    });
    const around = { lanes, classroom, events, signal: ended, fail: () => failed.abort() };
    for await (const entry of gradeAll(found, around, ledger)) ledger.enter(entry);
    if (signal.aborted) return ledger.summary();
    // Without submissions nobody has waited for them, and what is wrong with the sandbox would not be told.
    if (!mayReuse && ledger.summary().count === 0) await machines.get();
    return await ledger.close();
  } finally {
    failed.abort();
    await machines.close();
  }
}

/** What a run has to know before it looks at submissions. */
interface Known {
  readonly assignments: readonly [AssignmentOutline, ...AssignmentOutline[]];
  readonly secret: string;
  readonly keys: ResultKeys;
  readonly classroom: Classroom;
}

async function readKnown(
  request: GradeRequest,
  events: GradeEvents,
  outlines: Promise<Known["assignments"]>,
): Promise<Known> {
  const [assignments, secret, build, classroom] = await Promise.all([
    outlines,
    secretOf(request, events),
    graderBuild(),
    Classroom.open(request, (message) => events.onWarning(message)),
  ]);
  const rules = { ...defaultRules, ...request.rules };
  const { graderVersion } = request;
  const keys = new ResultKeys({ secret, assignments, graderVersion, graderBuild: build, rules });
  return { assignments, secret, keys, classroom };
}

async function readOutlines(files: readonly string[]): Promise<Known["assignments"]> {
  const [first, ...others] = await Promise.all(files.map(readOutline));
  if (first === undefined) throw new TypeError("grade: expected at least one assignment, got none.");
  return [first, ...others];
}

async function secretOf(
  { assignments, secret }: Pick<GradeRequest, "assignments" | "secret">,
  events: GradeEvents,
): Promise<string> {
  const file = secret ?? join(dirname(assignments[0] ?? ""), ".initlab-secret");
  const { text, isNew, warning } = await readSecret(file);
  if (isNew) events.onWarning(`a new secret for hidden tests is in ${file}. Keep a copy of it.`);
  if (warning !== undefined) events.onWarning(warning);
  return text;
}
