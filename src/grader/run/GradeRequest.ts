import type { Change } from "../compare/index.js";
import type { ExplainOptions } from "../explain/index.js";
import type { Format } from "../formats/index.js";
import type { GradeTable } from "../output/index.js";
import type { Packing } from "../packing/index.js";
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
  readonly classFiles: ClassFiles;
  /** What is written beside the usual. */
  readonly formats: readonly Format[];
  readonly tables: readonly GradeTable[];
  readonly packings: readonly Packing[];
  /** The folder of an earlier run's results. */
  readonly compare?: string;
  /** Tell of each submission how its points came about, and write nothing. */
  readonly explain?: ExplainOptions;
}

/** What is known of the class beside what it handed in. */
export interface ClassFiles {
  readonly roster?: string;
  /** When submissions were due, in milliseconds since 1970. */
  readonly due?: number;
  /** What persons decided; `overrides.csv` in the folder for the results when left out, if there is one. */
  readonly overrides?: string;
}

/** Told while it goes on. */
export interface GradeEvents {
  onWarning(message: string): void;
  /** After each submission, in the order in which they are done. */
  onProgress(progress: Progress): void;
  /** In the order of the submissions; its results are on the disk. */
  onGraded(graded: Graded): void;
  /** The grader itself failed over a submission, which then has the verdict judge_error. */
  onFault(student: string, error: Error): void;
  /** Somebody is in the roster and handed in nothing. */
  onMissing(student: string): void;
  /** A score differs from that of the earlier run. */
  onChange(change: Change): void;
}

export interface Progress {
  readonly done: number;
  /** Of those, how many had up-to-date results already. */
  readonly reused: number;
  /** Left out as long as submissions are still looked for. */
  readonly total?: number;
}

export interface Graded {
  readonly student: string;
  /** Where the student's files are, below the folder for all. */
  readonly folder: string;
  /** With what a person decided, as is the score. */
  readonly verdict: Verdict;
  readonly score: number;
  readonly maxScore: number;
  /** Why nothing of the submission was graded, if so. Printable. */
  readonly reason?: string;
  /** Whether the results are those of an earlier run. */
  readonly isReused: boolean;
  /** Why a person has to look, a sentence each. Printable. */
  readonly needsPerson: readonly string[];
  /** How the points came about, for a terminal, where that was asked for. */
  readonly explanation?: string;
}

export interface GradeSummary {
  /** Submissions. */
  readonly count: number;
  readonly reused: number;
  /** In the roster, without a submission. */
  readonly missing: number;
  readonly needsPerson: number;
  /** How many submissions have each verdict; those that none has are missing. */
  readonly verdicts: ReadonlyMap<Verdict, number>;
  readonly meanScore: number;
  /** Scores that differ from those of the earlier run, where there was one to compare with. */
  readonly changes?: number;
}
