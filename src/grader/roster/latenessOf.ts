import type { Submission } from "../collect/index.js";
import type { Lateness } from "./Lateness.js";
import type { RosterEntry } from "./Roster.js";

/**
 * When a submission was handed in, and how late that was. The roster's word goes before a file's time, which changes with
 * every copy, and after what names and the system's notes tell. Where no time is known, Canvas's mark is all there is.
 *
 * @param due milliseconds since 1970; `undefined`: nobody is late but whom the system marks
 * @returns `undefined` when nothing tells
 */
export function latenessOf(
  { submitted, markedLate }: Pick<Submission, "submitted" | "markedLate">,
  due: number | undefined,
  entry?: Pick<RosterEntry, "submitted">,
): Lateness | undefined {
  const byRoster = entry?.submitted === undefined ? undefined : { at: entry.submitted, from: "the roster" };
  const known = submitted?.from === "the file's time" ? (byRoster ?? submitted) : (submitted ?? byRoster);
  if (known === undefined) {
    if (markedLate === undefined) return undefined;
    const from = "the mark LATE in the file's name";
    return markedLate ? { from } : { from, lateBySeconds: 0 };
  }
  const late = due === undefined ? 0 : Math.max(0, Math.ceil((known.at - due) / 1000));
  return {
    submittedAt: new Date(known.at).toISOString(),
    from: known.from,
    ...(markedLate === true && late === 0 ? {} : { lateBySeconds: late }),
  };
}
