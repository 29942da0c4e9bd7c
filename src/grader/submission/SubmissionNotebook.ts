/** What a student handed in, as far as grading looks at it: the cells' sources, never their outputs. */
export interface SubmissionNotebook {
  readonly kind: "notebook";
  /** SHA-256, in hexadecimal, of the file's bytes. */
  readonly hash: string;
  readonly cells: readonly SubmissionCell[];
  /** What the release wrote into the notebook's metadata; the student may have changed it or lost it. */
  readonly release?: { readonly name: string; readonly version: string };
  /** What is worth telling, though it changes nothing: the file's format, its kernel. */
  readonly notes: readonly string[];
}

export interface SubmissionCell {
  readonly cellType: "code" | "markdown" | "raw";
  /** Lines end in "\n", whatever they ended in. */
  readonly source: string;
  readonly id?: string;
  readonly gradeId?: string;
  /** Tagged `skip-grading`. */
  readonly skip: boolean;
}

/** A submission that is no notebook, and why, in words for the student. */
export interface Unreadable {
  readonly kind: "unreadable";
  /** SHA-256, in hexadecimal, of the bytes that were read: all of them, unless the file is too large. */
  readonly hash: string;
  readonly reason: string;
}
