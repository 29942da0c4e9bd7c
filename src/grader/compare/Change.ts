/** How a student's score differs from that of an earlier run. */
export interface Change {
  readonly student: string;
  /** Left out for students who are new. */
  readonly before?: number;
  /** Left out for students who are gone. */
  readonly after?: number;
  /** What makes the difference; empty for who is new or gone. */
  readonly tests: readonly ChangedTest[];
}

export interface ChangedTest {
  /** A grade_id; `*` for points that a person gives for the whole submission. */
  readonly test: string;
  /** Left out where there was no such test. */
  readonly before?: number;
  /** Left out where there is no such test any more. */
  readonly after?: number;
  /** Why, in a few words each. Printable. */
  readonly reasons: readonly string[];
}
