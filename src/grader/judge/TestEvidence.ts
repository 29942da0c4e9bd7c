/** What the part of a test that students see asked and found. Every text of it is printable, and cut where it is long. */
export interface TestEvidence {
  readonly calls: readonly AskedCall[];
  /** How many calls are left out. */
  readonly more?: number;
  /** The checks that found something, in their order. */
  readonly failures?: readonly FailedFinding[];
  /** The last error that a call ended with. */
  readonly thrown?: ThrownAt;
}

/** The same of the hidden part: for instructors, and never for results. */
export interface HiddenEvidence extends TestEvidence {
  /** What the test said when it failed there, as it said it. */
  readonly message?: string;
}

export interface AskedCall {
  readonly call: string;
  /** What came back, or what was thrown. */
  readonly result: string;
  readonly threw?: true;
  /** How often in a row, where that is more than once. */
  readonly times?: number;
}

export interface FailedFinding {
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
}

export interface ThrownAt {
  readonly message: string;
  /** As the submission says: it may be anything, and is for finding places of cells in it, not for showing. */
  readonly stack: string;
}
