import type { Identity } from "../Identity.js";

/** A line of the roster. */
export interface RosterEntry {
  /** As submissions call the student. */
  readonly student: string;
  readonly name?: string;
  readonly email?: string;
  /** When the student handed in, where the roster says so: milliseconds since 1970. */
  readonly submitted?: number;
  /** All other columns, by their header as in the file. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Who takes the course. */
export interface Roster {
  /** In the order of the file. */
  readonly entries: readonly RosterEntry[];
  /**
   * The line of whom a submission belongs to: whose student, ids, e-mail or name are the submission's.
   *
   * @param who a submission, or what is to be looked for in all columns
   * @returns `undefined` when no line fits, or several do
   */
  find(who: Identity | string): RosterEntry | undefined;
}
