import type { GradeRow } from "../gradebook/index.js";

/** Where a system looks for a student's feedback in a zip that it takes. */
export interface UploadLayout {
  /** @returns `undefined` where the system could not tell whose it is, or could not show it */
  entryFor(row: GradeRow, assignment: string): UploadEntry | undefined;
  /** Why students are left out, as the beginning of a sentence. */
  readonly leftOut: string;
}

export interface UploadEntry {
  /** In the zip. */
  readonly path: string;
  /** Below the student's folder: what is packed. */
  readonly file: string;
  /** Whether it is packed in a zip of its own. */
  readonly isZipped?: boolean;
}
