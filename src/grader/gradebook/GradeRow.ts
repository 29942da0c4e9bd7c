import type { Identity } from "../collect/index.js";
import type { Lateness, RosterEntry } from "../roster/index.js";
import type { Verdict } from "../Verdict.js";
import type { Override } from "./Override.js";

/** `missing`: the roster names the student, and nothing was handed in. */
export type RowVerdict = Verdict | "missing";

/** A line of the gradebook: what the tables and the summary need of a grade, and no more. */
export interface GradeRow extends Identity {
  /** Below the folder for all; left out where a submission is missing. */
  readonly folder?: string;
  /** The name of the file that was handed in, as Canvas's download has it, else of the notebook. Printable. */
  readonly handedIn?: string;
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
  /** The person's words that count in it. */
  readonly overrides: readonly Override[];
}
