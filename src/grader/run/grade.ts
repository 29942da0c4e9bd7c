import type { AssignmentOutline } from "../assignment/index.js";
import { CellCompiler } from "../compile/index.js";
import { OutputLock } from "../output/OutputLock.js";
import { sweepLeftovers } from "../output/sweepLeftovers.js";
import { writing } from "../output/writing.js";
import { guestGlobals } from "../protocol/guestGlobals.js";
import type { GradeEvents, GradeRequest, GradeSummary } from "./GradeRequest.js";

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
  // It takes longest to start, and does so while the rest of the program is loaded.
  const compiler = mayReuse ? undefined : new CellCompiler({ globals: guestGlobals });
  const { Machines } = await import("./Machines.js");
  const outlines = readOutlines(request.assignments);
  // Thrown again where it is waited for.
  outlines.catch(() => {});
  const machines = new Machines(request, outlines, compiler);
  try {
    if (!mayReuse) machines.warm();
    // What comes before and after grading is loaded while the machines start.
    const { gradeWith } = await import("./gradeWith.js");
    return await gradeWith({ request, events, signal, started, outlines, machines, mayReuse });
  } finally {
    await machines.close();
  }
}

async function readOutlines(
  files: readonly string[],
): Promise<readonly [AssignmentOutline, ...AssignmentOutline[]]> {
  const { readOutline } = await import("../assignment/index.js");
  const [first, ...others] = await Promise.all(files.map(readOutline));
  if (first === undefined) throw new TypeError("grade: expected at least one assignment, got none.");
  return [first, ...others];
}
