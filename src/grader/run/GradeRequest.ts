import type { Rules } from "../pipeline/GraderParts.js";
import type { SandboxChoice, Tier } from "../sandbox/index.js";
import type { Verdict } from "../Verdict.js";

/** What to grade, and how. Paths are absolute. */
export interface GradeRequest {
  /** Notebooks, folders, zips. */
  readonly submissions: readonly string[];
  /** The instructor's notebooks, at least one: the one that is meant first, then other versions. */
  readonly assignments: readonly string[];
  /** The folder for the results. */
  readonly out: string;
  /** The file with the secret; beside the first assignment when left out. */
  readonly secret?: string;
  readonly sandbox: SandboxChoice;
  /** Do not start with any other sandbox. */
  readonly require?: Tier;
  /** How many submissions at a time. */
  readonly jobs: number;
  /** What differs from the default rules. */
  readonly rules: Partial<Rules>;
  readonly graderVersion: string;
  /** Grade everything again, also what an earlier run has up-to-date results of. */
  readonly fresh: boolean;
}

/** Told while it goes on. */
export interface GradeEvents {
  onWarning(message: string): void;
  /** After each submission, in the order in which they are done. */
  onProgress(progress: Progress): void;
  /** In the order of the submissions; its results are on the disk. */
  onGraded(graded: Graded): void;
  /** The grader itself failed over a submission, which then has the verdict judge_error. */
  onFault(name: string, error: Error): void;
}

export interface Progress {
  readonly done: number;
  /** Of those, how many had up-to-date results already. */
  readonly reused: number;
  /** Left out as long as submissions are still looked for. */
  readonly total?: number;
}

export interface Graded {
  /** The student's, printable. */
  readonly name: string;
  /** Where the results are, below the folder for all. */
  readonly folder: string;
  readonly verdict: Verdict;
  readonly score: number;
  readonly maxScore: number;
  /** Why nothing of the submission was graded, if so. Printable. */
  readonly reason?: string;
  /** Whether the results are those of an earlier run. */
  readonly isReused: boolean;
}

export interface GradeSummary {
  readonly count: number;
  readonly reused: number;
  /** How many submissions have each verdict; those that none has are missing. */
  readonly verdicts: ReadonlyMap<Verdict, number>;
  readonly meanScore: number;
}
