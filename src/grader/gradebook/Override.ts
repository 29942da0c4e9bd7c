/** What a person decided over a test of a student, or over all of what the student handed in. */
export interface Override {
  readonly student: string;
  /** A grade_id, or {@link wholeSubmission}. */
  readonly test: string;
  /** They count instead of what the grader found. */
  readonly points: number;
  readonly who: string;
  readonly why: string;
  /** Of the table that it stands in. */
  readonly row: number;
}

/** Stands for a test where a person gives points for the whole submission, whatever its tests say. */
export const wholeSubmission = "*";
