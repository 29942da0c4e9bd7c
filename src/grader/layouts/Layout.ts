import type { FoundFile, Tell } from "../files/index.js";
import type { Identity, Submitted } from "../Identity.js";

/** Some way in which a class's files lie in folders. */
export interface Layout {
  readonly name: string;
  /** Whether the files' own times tell when they were handed in; those of a download tell when that was made. */
  readonly keepsTimes: boolean;
  /**
   * Says whose each file is; files that are nobody's are left out.
   *
   * @returns `undefined` when the files do not lie in this way
   */
  place(root: Root): readonly Placement[] | undefined | Promise<readonly Placement[] | undefined>;
}

/** A folder or archive that was named, and what lies in it. */
export interface Root {
  /** Its name without an ending; empty where files were named. */
  readonly name: string;
  readonly isArchive: boolean;
  readonly archive?: FoundFile;
  /** The folders in which it lies and its own name, as far as they are known. */
  readonly above: readonly string[];
  /** All files, clutter not counted; sorted. */
  readonly files: readonly FoundFile[];
  /** What the assignment is called. */
  readonly assignment: string;
  readonly tell: Tell;
}

/** Whose a file is. */
export interface Placement extends Identity {
  /** Where a system changed its name, with the one that the student gave it. */
  readonly file: FoundFile;
  /** Which of the student's submissions it belongs to, for people, where a layout keeps several. */
  readonly attempt?: string;
  /** When it was handed in, as names or notes of the system tell. */
  submitted?(): Promise<Submitted | undefined>;
  /** Whether the system itself marks it as late. */
  readonly markedLate?: boolean;
}
