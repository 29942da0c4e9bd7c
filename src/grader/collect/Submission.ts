import type { Identity, Submitted } from "../Identity.js";
import type { SubmissionNotebook, Unreadable } from "../submission/index.js";

export type { Identity, Submitted } from "../Identity.js";

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
  /** The file as it is; breaks off with an UnreadableError where nothing can be read. */
  bytes(): AsyncIterable<Uint8Array>;
  /** @throws what the system throws when it cannot read the file, which is not the student's fault */
  read(): Promise<SubmissionNotebook | Unreadable>;
}
