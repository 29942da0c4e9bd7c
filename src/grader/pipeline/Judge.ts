import type { Assignment, AssignmentCell } from "../Assignment.js";
import type { Judgment } from "../execution/Judgment.js";
import type { Guest } from "../sandbox/index.js";

/** Asks the tests; one serves one submission at a time. */
export interface Judge {
  /** Never throws for what the guest does. */
  ask(question: TestQuestion): Promise<Judgment>;
  /** What a submission threw, on one line. */
  describeError(error: Uint8Array): string;
  /** Where it was thrown, as the submission says: nothing to show to anybody. */
  stackOf(error: Uint8Array): string;
}

export interface TestQuestion {
  readonly assignment: Assignment;
  readonly test: AssignmentCell;
  readonly guest: Guest;
  readonly seed: string;
  readonly seconds: number;
  /** Whether the judgment is to tell, for instructors, what the hidden part asked. */
  readonly tellsHidden?: boolean;
}
