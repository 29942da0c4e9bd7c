import type { Identity } from "../collect/index.js";
import type { Results, TestResult } from "../results/index.js";
import type { Lateness, RosterEntry } from "../roster/index.js";
import type { Verdict } from "../Verdict.js";
import type { Override } from "./Override.js";

/** What a student gets, and why: what the grader found, and what a person said to it. */
export interface Grade extends Identity {
  /** Where the student's files are, below the folder for all. */
  readonly folder: string;
  /** The file that was graded, for people. Printable. */
  readonly path: string;
  readonly lateness?: Lateness;
  readonly rosterEntry?: RosterEntry;
  /** As the grader found it: no person's word is in it. */
  readonly results: Results;
  /** One for each of `results.tests`, in its order, with what counts. */
  readonly tests: readonly GradedTest[];
  /** A person's word on the whole submission: `score` and `verdict` follow it, `tests` do not. */
  readonly override?: Override;
  /** What counts: see {@link GradedTest}. */
  readonly verdict: Verdict;
  readonly score: number;
  readonly maxScore: number;
  /** Why a person has to look, a sentence each; empty where nobody has to. Printable. */
  readonly needsPerson: readonly string[];
  /** What is odd about the overrides of this student. Printable sentences. */
  readonly warnings: readonly string[];
}

/**
 * A test with what counts for it. Where a person decided, `points` are that person's, and the verdict is `passed` for
 * full points and `failed` for fewer; what the grader found stands in the grade's `results`.
 */
export interface GradedTest extends TestResult {
  readonly override?: Override;
}
