/** Whose a submission is, as far as its layout tells. Texts may hold any characters that a file name may. */
export interface Identity {
  /** What the layout calls the student; no two students of a layout are called alike. */
  readonly student: string;
  /** The student's own name, where the layout has it apart. */
  readonly name?: string;
  readonly email?: string;
  /** What a system calls the student, and what it needs to take feedback back. */
  readonly ids?: Readonly<Partial<Record<SystemId, string>>>;
}

/**
 * Moodle's number of a participant in an assignment; Canvas's numbers of a user and of the file that counts;
 * Gradescope's student id and submission.
 */
export type SystemId =
  | "moodle_participant"
  | "canvas_user"
  | "canvas_file"
  | "gradescope_sid"
  | "gradescope_submission";

/** When something was handed in. */
export interface Submitted {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: "the file's name" | "the folder's name" | "timestamp.txt" | "Gradescope" | "the file's time";
}
