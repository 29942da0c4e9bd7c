import type { CellImport } from "../../cells/run/index.js";

/** A test cell as the worker runs it: plain data, made once for an assignment. */
export interface PreparedTest {
  readonly gradeId: string;
  /** Scripts, run one after the other. Where hidden tests begin and end, they call `hiddenMarker`. */
  readonly scripts: readonly string[];
  readonly imports: readonly CellImport[];
  /** How often hidden tests begin. */
  readonly hiddenRegions: number;
  /** Whether the value of the last statement is the cell's. */
  readonly hasValue: boolean;
  /**
   * The calls of checkers that students see, each as a script of its own: a cell that fails before it comes to them is
   * still to end with a checker's hint.
   */
  readonly checks: readonly string[];
  /** What keeps the cell from running; then there are no scripts. */
  readonly problem?: string;
}

/** What all test cells of an assignment see beside their own. */
export interface Surroundings {
  /** What the given cells import. */
  readonly imports: readonly GivenImport[];
  /** What the submission is to define. */
  readonly names: readonly string[];
  /** The packages that a test may import. */
  readonly packages: readonly string[];
}

export interface GivenImport {
  readonly specifier: string;
  /** The name in the package: an export's, "default", or "*" for all of it. */
  readonly imported: string;
  /** The name in the cell. */
  readonly name: string;
}

export interface PreparedAssignment {
  readonly tests: readonly PreparedTest[];
  readonly surroundings: Surroundings;
}

/** The name that scripts tell by whether hidden tests have begun (true) or ended (false). */
export const hiddenMarker = "__hidden_tests__";
