import type { GradeRow } from "../gradebook/index.js";

/** What a run says of the whole class. */
export interface Summary {
  readonly assignment: string;
  /** Those who handed in something. */
  readonly handedIn: number;
  readonly missing: readonly GradeRow[];
  /** Without one, nobody can be missing. */
  readonly hasRoster: boolean;
  /** Left out where nobody handed in. */
  readonly scores?: Scores;
  readonly exercises: readonly ExerciseSummary[];
  /** The most frequent first. */
  readonly mistakes: readonly Mistake[];
  /** Who lost points in a test that says no mistake. */
  readonly withoutHint: readonly GradeRow[];
  /** How many a person has to look at. */
  readonly waiting: number;
  /** Why; the most frequent first. */
  readonly reasons: readonly Reason[];
  /** When submissions were due, in milliseconds since 1970. */
  readonly due?: number;
  /** The latest first; those of whom nobody knows how late, last. */
  readonly late: readonly GradeRow[];
  /** How many of those who handed in have a time, or a mark that they were or were not late. */
  readonly timesKnown: number;
}

/** Of those who handed in. */
export interface Scores {
  readonly mean: number;
  readonly median: number;
  readonly fullMarks: number;
  /** The same for all, or else scores are percents of it. */
  readonly maxScore: number;
  readonly unit: "points" | "percent";
  /** From the lowest scores to the highest. */
  readonly bins: readonly ScoreBin[];
}

export interface ScoreBin {
  readonly label: string;
  /** Whose score stands. */
  readonly settled: number;
  /** Whose score a person may still change. */
  readonly waiting: number;
}

/** How many have what of a test's points. */
export interface ExerciseSummary {
  readonly gradeId: string;
  readonly maxPoints: number;
  readonly mean: number;
  readonly full: number;
  readonly some: number;
  readonly none: number;
  readonly waiting: number;
}

/** What a hint or a verdict tells, and who got it. */
export interface Mistake {
  /** The one that most of them got. */
  readonly hint: string;
  /** Whether others got it with other numbers or names in it. */
  readonly varies: boolean;
  readonly gradeIds: readonly string[];
  readonly students: readonly GradeRow[];
}

/** Why a person has to look, and at whom. */
export interface Reason {
  readonly reason: string;
  readonly students: readonly GradeRow[];
}
