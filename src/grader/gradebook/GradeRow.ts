import type { Verdict } from "../Verdict.js";
import type { Lateness, RosterEntry } from "./Grade.js";

/** `missing`: the roster names the student, and nothing was handed in. */
export type RowVerdict = Verdict | "missing";

/** A line of the gradebook: what the tables and the summary need of a grade, and no more. */
export interface GradeRow {
  readonly student: string;
  readonly name?: string;
  /** Below the folder for all; nothing where a submission is missing. */
  readonly folder?: string;
  readonly verdict: RowVerdict;
  readonly score: number;
  readonly maxScore: number;
  /** Points, by the columns of the gradebook; undefined where the submission's assignment has no such test. */
  readonly points: readonly (number | undefined)[];
  /** Verdicts and hints, likewise. */
  readonly verdicts: readonly (Verdict | undefined)[];
  readonly hints: readonly (string | undefined)[];
  readonly lateness?: Lateness;
  readonly rosterEntry?: RosterEntry;
  /** Sentences. Printable. */
  readonly needsPerson: readonly string[];
  /** How many of the points come from a person's word. */
  readonly overrides: number;
}
