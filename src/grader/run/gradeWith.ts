import { dirname, join } from "node:path";
import { type AssignmentOutline, readSecret } from "../assignment/index.js";
import { collectSubmissions } from "../collect/index.js";
import { graderBuild, ResultKeys } from "../keys/index.js";
import { defaultRules } from "../pipeline/GraderParts.js";
import { Classroom } from "./Classroom.js";
import type { GradeEvents, GradeRequest, GradeSummary } from "./GradeRequest.js";
import { gradeAll } from "./gradeAll.js";
import { Lane } from "./Lane.js";
import { Ledger } from "./Ledger.js";
import type { Machines } from "./Machines.js";

export interface GradeWith {
  readonly request: GradeRequest;
  readonly events: GradeEvents;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly outlines: Promise<readonly [AssignmentOutline, ...AssignmentOutline[]]>;
  readonly machines: Machines;
  /** Whether it may turn out that there is nothing to grade. */
  readonly mayReuse: boolean;
}

/** Grades with machines that start when they are needed, or have been started already. */
export async function gradeWith(options: GradeWith): Promise<GradeSummary> {
  const { request, events, signal, started, machines, mayReuse } = options;
  // What goes wrong in one lane ends the others.
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  ended.addEventListener("abort", () => void machines.close());
  try {
    const { assignments, secret, keys, classroom } = await readKnown(options);
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
  }
}

/** What a run has to know before it looks at submissions. */
interface Known {
  readonly assignments: Awaited<GradeWith["outlines"]>;
  readonly secret: string;
  readonly keys: ResultKeys;
  readonly classroom: Classroom;
}

async function readKnown({ request, events, outlines }: GradeWith): Promise<Known> {
  const [assignments, secret, classroom] = await Promise.all([
    outlines,
    // Beside an assignment that is not there nobody needs a secret.
    outlines.then(() => secretOf(request, events)),
    Classroom.open(request, (message) => events.onWarning(message)),
  ]);
  const rules = { ...defaultRules, ...request.rules };
  const { graderVersion } = request;
  const keys = new ResultKeys({ secret, assignments, graderVersion, graderBuild: graderBuild(), rules });
  return { assignments, secret, keys, classroom };
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
