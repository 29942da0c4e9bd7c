import type { MessagePort } from "node:worker_threads";
import type { Outcome } from "../sandbox/Sandbox.js";
import type { PreparedTest, Surroundings } from "./PreparedTest.js";
import type { TestReport } from "./TestReport.js";

/** What the worker starts with. */
export interface WorkerStart {
  /** Answers come here, and are read without returning to the event loop. */
  readonly answers: MessagePort;
  /** One Int32: 1 when an answer has been sent. The worker sleeps on it. */
  readonly signal: SharedArrayBuffer;
}

/** Asks the worker to run a test. */
export interface RunTest {
  readonly test: PreparedTest;
  readonly surroundings: Surroundings;
  /** Which submission answers: what is known of another one's objects is forgotten. */
  readonly submission: number;
  readonly seed: string;
  /** Whether the report is to tell what the hidden part asked. */
  readonly tellsHidden: boolean;
}

/** What the worker sends while a test runs: questions to the submission, and at the end a report. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "call"; readonly name: string; readonly args: Uint8Array }
  | { readonly kind: "read"; readonly name: string }
  /** The last answer holds itself, or, vastly often, the same things: whoever walks through it may never end. */
  | { readonly kind: "endless"; readonly name: string; readonly isVast: boolean }
  | { readonly kind: "report"; readonly report: TestReport };

/** A question's answer; `broken` when the grader itself could not ask it. */
export type Answer = Outcome | { readonly kind: "broken"; readonly detail: string };
