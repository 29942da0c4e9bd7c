/**
 * What is run and judged of a submission: the assignment's cells in the assignment's order, with the student's answers
 * in them and the student's own cells between them.
 *
 * Cells are meant to be run from the first to the last, and a test sees what was defined before it, as when somebody
 * runs all cells of the notebook.
 */
export interface Program {
  readonly cells: readonly ProgramCell[];
  /** What had to be put right before the submission could be graded, in the order of the assignment. */
  readonly repairs: readonly Repair[];
  /** What else is worth telling the student. */
  readonly notes: readonly string[];
}

export interface ProgramCell {
  /** Its grade_id, else "cell 7" by its position in the submission. No two cells have the same. */
  readonly name: string;
  /** `extra`: the student's own, or a cell of the assignment that the student may change as they like. */
  readonly role: "given" | "solution" | "test" | "extra" | "manual";
  /** Only code runs; a text is for the person who judges it. */
  readonly cellType: "code" | "markdown" | "raw";
  /** Of given and test cells the assignment's (with hidden tests), whatever the submission says. */
  readonly source: string;
  readonly gradeId?: string;
  /** Not to be run. The assignment decides over its cells, the student over extra ones. */
  readonly skip: boolean;
  /** Where it stands in the submission, from 0; `null` where the submission does not have it. */
  readonly from: number | null;
  /** Of a solution: the exercises, by grade_id, whose answers it holds. Two or more where cells were merged. */
  readonly answers: readonly string[];
  /** Of a solution or a manual answer: nothing was added to what was handed out. */
  readonly untouched: boolean;
}

/**
 * - `duplicated`: a cell is there more than once
 * - `split`: an answer lies in pieces, in cells one after the other
 * - `merged`: an answer lies in a cell that belongs to something else, too
 * - `retyped`: code was made text, or text code
 * - `moved`: a cell stands elsewhere in the notebook
 * - `deleted`: a cell is missing
 * - `unlabelled`: cells have lost their nbgrader metadata
 * - `changed`: a cell that is not to be changed was
 */
export type RepairKind =
  | "duplicated"
  | "split"
  | "merged"
  | "retyped"
  | "moved"
  | "deleted"
  | "unlabelled"
  | "changed";

export interface Repair {
  readonly kind: RepairKind;
  readonly gradeId?: string;
  /** One sentence that a student understands. */
  readonly message: string;
}
