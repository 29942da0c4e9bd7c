import { nameOf } from "../files/index.js";
import { printable } from "../submission/index.js";
import { byName } from "./byName.js";
import type { Placed } from "./submissionOf.js";

/** What of a student's submissions counts. */
export interface Attempt {
  readonly placed: readonly Placed[];
  readonly notes: readonly string[];
}

/**
 * Chooses among the submissions of one student: where names or notes of a system tell the times of all of them, the
 * latest one. Else the files of all are one submission, of which the last by name counts, as `chooseNotebook` says:
 * times of files do not decide, because every copy changes them.
 */
export async function chooseAttempt(placed: readonly Placed[]): Promise<Attempt> {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  if (groups.size < 2) return { placed, notes: [] };
  const attempts = await Promise.all([...groups.values()].map(withTime));
  if (attempts.some(({ at }) => at === undefined)) return { placed: placed.map(belowRoot), notes: [] };
  const sorted = attempts.toSorted(
    (one, other) => (one.at ?? 0) - (other.at ?? 0) || byName.compare(one.label, other.label),
  );
  const last = sorted.at(-1);
  const others = sorted.slice(0, -1).map(({ label }) => printable(label, 200));
  const note = `Handed in ${sorted.length} times; the last time counts, ${printable(last?.label ?? "", 200)}, not: ${others.slice(-mostShown).join(", ")}${others.length > mostShown ? ` and ${others.length - mostShown} more` : ""}.`;
  return { placed: last?.placed ?? placed, notes: [note] };
}

const mostShown = 5;

interface TimedAttempt {
  readonly placed: readonly Placed[];
  readonly at: number | undefined;
  /** For people; not its time, which would be written in the time zone of whoever grades. */
  readonly label: string;
}

async function withTime(placed: readonly Placed[]): Promise<TimedAttempt> {
  const [first] = placed;
  const submitted = await first?.submitted?.();
  const label = first?.attempt ?? (first?.root || (first ? nameOf(first.file) : ""));
  return { placed, at: submitted?.at, label };
}

/** Files of several archives may lie in the same folders. */
function belowRoot(placed: Placed): Placed {
  if (placed.root === "") return placed;
  const { file } = placed;
  return { ...placed, file: { ...file, segments: [placed.root, ...file.segments] } };
}
