import type { Assignment } from "../Assignment.js";
import type { Compiled } from "../compile/index.js";
import type { Execution } from "../execution/Execution.js";
import type { Program } from "../match/index.js";
import type { GraderParts } from "./GraderParts.js";

/** A submission that has run: what its results are drawn from. */
export interface Ran {
  readonly parts: GraderParts;
  readonly assignment: Assignment;
  readonly program: Program;
  /** By position in the program, as are the cells of the execution. */
  readonly scripts: readonly (Compiled | undefined)[];
  readonly execution: Execution;
}
