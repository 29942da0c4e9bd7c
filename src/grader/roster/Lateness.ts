/** When something was handed in, and whether that was late. Shown; it never costs points. */
export interface Lateness {
  /** ISO 8601, in UTC; left out where the system only marks what came late. */
  readonly submittedAt?: string;
  /** What told it, such as "timestamp.txt" or "the mark LATE in the file's name". */
  readonly from: string;
  /** 0: in time, or nobody said when it was due. Left out: late, and nothing tells by how much. */
  readonly lateBySeconds?: number;
}
