/** The answer key: what the instructor's notebook says of each cell, and what students got of it. */
export interface Assignment {
  /** Of the notebook's `initlab` metadata, as is the version: the release carries both. */
  readonly name: string;
  readonly version: string;
  /**
   * SHA-256, in hexadecimal, of all below that verdicts may depend on: two keys with the same hash judge alike, though
   * their explanations may differ.
   */
  readonly hash: string;
  /** The packages that students' cells may import. */
  readonly imports: readonly string[];
  /** In the order of the notebook. */
  readonly cells: readonly AssignmentCell[];
}

export interface AssignmentCell {
  readonly gradeId?: string;
  /** The cell's id in its notebook, which a submission's cell has too unless a tool made it anew. */
  readonly id?: string;
  readonly cellType: "code" | "markdown" | "raw";
  readonly role: AssignmentRole;
  /** As the instructor wrote it, with solution or hidden tests. */
  readonly source: string;
  /** As students got it. */
  readonly released: string;
  /** 0 where none are given. */
  readonly points: number;
  /** The names that a code cell declares and that are there when it runs. */
  readonly defines: readonly string[];
  /** Tagged `skip-grading`: not run. */
  readonly skip: boolean;
}

/**
 * - `given`: code that counts as it was released
 * - `solution`: the student's answer, judged by tests
 * - `test`: judges answers and carries points
 * - `manual`: a person judges it: an answer in words, or a task
 * - `text`: everything else; where it is code, the student may have changed it
 */
export type AssignmentRole = "given" | "solution" | "test" | "manual" | "text";
