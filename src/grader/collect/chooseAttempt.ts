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
  const groups = attemptsIn(placed);
  if (groups.length < 2) return { placed, notes: [] };
  const attempts = await Promise.all(groups.map(withTime));
  if (attempts.some(({ at }) => at === undefined)) return { placed: belowRoots(placed), notes: [] };
  const sorted = attempts.toSorted(
    (one, other) => (one.at ?? 0) - (other.at ?? 0) || byName.compare(one.label, other.label),
  );
  return { placed: sorted.at(-1)?.placed ?? placed, notes: [noteOf(sorted)] };
}

interface TimedAttempt {
  readonly placed: readonly Placed[];
  readonly at: number | undefined;
  /** For people; not its time, which would be written in the time zone of whoever grades. */
  readonly label: string;
}

function attemptsIn(placed: readonly Placed[]): Placed[][] {
  const attempts = new Map<string, Placed[]>();
  for (const one of placed) {
    const attempt = attempts.get(one.key);
    if (attempt === undefined) attempts.set(one.key, [one]);
    else attempt.push(one);
  }
  return [...attempts.values()];
}

async function withTime(placed: readonly Placed[]): Promise<TimedAttempt> {
  const [first] = placed;
  const submitted = await first?.submitted?.();
  const label = first?.attempt ?? (first?.root || (first ? nameOf(first.file) : ""));
  return { placed, at: submitted?.at, label };
}

const mostShown = 5;

function noteOf(sorted: readonly TimedAttempt[]): string {
  const [last = "", ...others] = sorted.map(({ label }) => printable(label, 200)).toReversed();
  const more = others.length > mostShown ? ` and ${others.length - mostShown} more` : "";
  return `Handed in ${sorted.length} times; the last time counts, ${last}, not: ${others.slice(0, mostShown).join(", ")}${more}.`;
}

/** In several archives files may lie in the same folders. */
function belowRoots(placed: readonly Placed[]): readonly Placed[] {
  if (new Set(placed.map(({ root }) => root)).size < 2) return placed;
  return placed.map((one) => {
    const { root, file } = one;
    const segments = root === "" ? file.segments : [root, ...file.segments];
    return { ...one, file: { ...file, segments } };
  });
}
