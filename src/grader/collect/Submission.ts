import type { SubmissionNotebook, Unreadable } from "../submission/index.js";

/** What one student handed in. Nothing of it is in memory before it is read. */
export interface Submission {
  /** What the layout calls the student; it may hold any characters that a file name may. */
  readonly student: string;
  /** The file that counts, for people: with its folders, and with the archive it lies in. Printable. */
  readonly path: string;
  /** When the file was changed last, in milliseconds since 1970, where that is known. */
  readonly modified?: number;
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
