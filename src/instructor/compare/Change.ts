/** What a change of the assignment does to submissions that were handed in before. */
export interface Change {
  readonly kind: ChangeKind;
  /**
   * - `lost`: points can be lost that nobody is to blame for, until somebody acts
   * - `points`: graded again, points may differ
   * - `none`: nothing that counts
   */
  readonly effect: "lost" | "points" | "none";
  /** Position in the new notebook, from 0, or in the old one where the cell is gone. */
  readonly cell?: number;
  /** Its grade_id, else its id. */
  readonly cellName?: string;
  readonly message: string;
  /** What to do about it, where there is something. */
  readonly wayOut?: string;
}

export type ChangeKind =
  | "name"
  | "version"
  | "imports"
  | "total"
  | "renamed"
  | "removed"
  | "added"
  | "role"
  | "points"
  | "signature"
  | "tests"
  | "given"
  | "skipped"
  | "order";
