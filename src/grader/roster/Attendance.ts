import type { Identity } from "../Identity.js";
import { printable } from "../submission/index.js";
import type { Roster, RosterEntry } from "./Roster.js";

/** Keeps count, during one run, of who on the roster handed in. */
export class Attendance {
  readonly #roster: Roster;
  readonly #tell: (message: string) => void;
  readonly #students = new Map<RosterEntry, string>();

  /** @param tell is told of submissions that no line of the roster fits, and of lines that fit two */
  constructor(roster: Roster, tell: (message: string) => void) {
    this.#roster = roster;
    this.#tell = tell;
  }

  /** The roster's line of whom a submission belongs to. */
  entryOf(submission: Identity): RosterEntry | undefined {
    const student = printable(submission.student, 100);
    const entry = this.#roster.find(submission);
    if (entry === undefined) {
      this.#tell(`The roster does not say who ${student} is.`);
      return undefined;
    }
    const other = this.#students.get(entry);
    if (other === undefined) this.#students.set(entry, student);
    else if (other !== student) {
      this.#tell(
        `${other} and ${student} are one student in the roster: ${printable(entry.name ?? entry.student, 100)}. Both were graded.`,
      );
    }
    return entry;
  }

  /** Those who handed in nothing, in the roster's order. Asked for at the end. */
  missing(): readonly RosterEntry[] {
    return this.#roster.entries.filter((entry) => !this.#students.has(entry));
  }
}
