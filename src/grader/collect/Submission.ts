import type { SubmissionNotebook, Unreadable } from "../submission/index.js";

/** Whose a submission is, as far as its layout tells. Texts may hold any characters that a file name may. */
export interface Identity {
  /** What the layout calls the student; no two students of a layout are called alike. */
  readonly student: string;
  /** The student's own name, where the layout has it apart. */
  readonly name?: string;
  readonly email?: string;
  /** What a system calls the student, and what it needs to take feedback back: see {@link SystemId}. */
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

/** What one student handed in. Nothing of it is in memory before it is read. */
export interface Submission extends Identity {
  /** The file that counts, for people: with its folders, and with the archive it lies in. Printable. */
  readonly path: string;
  /** Left out where nothing tells. */
  readonly submitted?: Submitted;
  /** Whether the system itself marks it as late. */
  readonly markedLate?: boolean;
  /** What is worth telling about how the file was chosen. */
  readonly notes: readonly string[];
  /** @throws what the system throws when it cannot read the file, which is not the student's fault */
  read(): Promise<SubmissionNotebook | Unreadable>;
}

/** A file on the disk or in an archive, by its place below the folder or archive that was named. */
export interface FoundFile {
  /** Folders, then the name. */
  readonly segments: readonly string[];
  /** The whole path, for people. Printable. */
  readonly path: string;
  readonly modified?: number;
  /** On the disk: where. */
  readonly onDisk?: string;
  /** How many archives it lies in. */
  readonly depth: number;
  read(): AsyncIterable<Uint8Array>;
}

/** Told of what was left aside, in printable sentences. */
export type Tell = (message: string) => void;
