import { folders } from "./folders.js";
import { nbgraderTree } from "./nbgraderTree.js";
import { oneFileEach } from "./oneFileEach.js";
import type { FoundFile, Tell } from "./Submission.js";

/** Some way in which a class's files lie in folders. */
export interface Layout {
  readonly name: string;
  /**
   * Says whose each file is; files that are nobody's are left out.
   *
   * @returns `undefined` when the files do not lie in this way
   */
  place(root: Root): readonly Placement[] | undefined;
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

export interface Placement {
  readonly student: string;
  readonly file: FoundFile;
}

/** From the most particular to the most general; the last one takes anything. */
export const layouts: readonly Layout[] = [nbgraderTree, folders, oneFileEach];
