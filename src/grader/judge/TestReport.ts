import type { Death } from "../sandbox/Sandbox.js";
import type { FailedFinding, HiddenEvidence, TestEvidence } from "./TestEvidence.js";

/** What happened when a test cell ran: what `judgmentOf` draws its conclusion from. */
export interface TestReport {
  /** How it ended; undefined: it came to its end. */
  readonly failure?: Failure;
  /** What made the test itself impossible; not the submission's fault. */
  readonly problem?: string;
  readonly death?: Death;
  /** What was asked when the submission died. */
  readonly deadlyQuestion?: string;
  /** How many questions the submission answered. */
  readonly answers: number;
  /** Whether hidden tests were running at the end, or when something went wrong. */
  readonly hidden: boolean;
  /** How many hidden regions were run to their end. */
  readonly hiddenRegions: number;
  /** The cell's value, if it is a number. */
  readonly value?: number;
  /** What the visible part put on stderr: nbgrader takes that for a failure. */
  readonly stderr: string;
  /** Hidden tests wrote to stderr. */
  readonly hiddenStderr: boolean;
  /** Of the visible part, up to the first hidden test. */
  readonly evidence?: TestEvidence;
  /** Of what came after that; only where the question asks for it. */
  readonly hiddenEvidence?: HiddenEvidence;
}

export interface Failure {
  readonly cause:
    | "check" // the test says so
    | "submission" // the submission threw, and the test did not catch it
    | "missing" // the submission does not define a name
    | "test"; // the test is broken
  readonly message: string;
  readonly category?: string;
  readonly hint?: string;
  /** A checker's, as it found them. */
  readonly failures?: readonly FailedFinding[];
}
