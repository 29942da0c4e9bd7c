import type { Assignment, AssignmentCell } from "../Assignment.js";
import type { SubmissionCell, SubmissionNotebook } from "../submission/index.js";
import { type Words, wordsOf } from "../text/likeness.js";
import { squeeze } from "../text/sameText.js";
import { type CellScan, scanCell } from "../text/scanCell.js";

/** A cell of the submission, and what is found out about its text when somebody asks. */
export class Submitted {
  readonly cell: SubmissionCell;
  /** Its position in the submission. */
  readonly index: number;
  #scan: CellScan | undefined;
  #words: Words | undefined;
  #squeezed: string | undefined;

  constructor(cell: SubmissionCell, index: number) {
    this.cell = cell;
    this.index = index;
  }

  get scan(): CellScan {
    this.#scan ??= scanCell(this.cell.source);
    return this.#scan;
  }

  get words(): Words {
    this.#words ??= wordsOf(this.cell.source);
    return this.#words;
  }

  get squeezed(): string {
    this.#squeezed ??= squeeze(this.cell.source);
    return this.#squeezed;
  }

  get isCode(): boolean {
    return this.cell.cellType === "code";
  }
}

/** A cell of the assignment, and what stands for it in the submission. */
export interface Expected {
  readonly cell: AssignmentCell;
  /** Its position in the assignment. */
  readonly index: number;
  /** As students got it, with its blank space squeezed. */
  readonly released: string;
  readonly words: Words;
  /** The names by which it is known: those that it alone declares, of a solution those that students are asked for. */
  readonly ownNames: readonly string[];
}

/** The cells of a submission and of an assignment, while the ones are found for the others. */
export interface MatchState {
  readonly submitted: readonly Submitted[];
  readonly expected: readonly Expected[];
  /** For each cell of the assignment that was found, by its position, the cells that stand for it. */
  readonly found: Map<number, readonly Submitted[]>;
  /** For each cell of the submission that belongs to cells of the assignment, by its position, the first of them. */
  readonly owner: Map<number, number>;
}

export function matchState(submission: SubmissionNotebook, assignment: Assignment): MatchState {
  return {
    submitted: submission.cells.map((cell, index) => new Submitted(cell, index)),
    expected: expectedCells(assignment),
    found: new Map(),
    owner: new Map(),
  };
}

/** What is asked of every submission is found out once. */
const known = new WeakMap<Assignment, readonly Expected[]>();

function expectedCells(assignment: Assignment): readonly Expected[] {
  const cells =
    known.get(assignment) ??
    assignment.cells.map((cell, index) => ({
      cell,
      index,
      released: squeeze(cell.released),
      words: wordsOf(cell.released),
      ownNames: ownNames(cell, assignment),
    }));
  known.set(assignment, cells);
  return cells;
}

/** An import cell brings in stand-ins for the exercises, so that among solutions only solutions are compared. */
function ownNames(cell: AssignmentCell, { cells }: Assignment): readonly string[] {
  const rivals = cells.filter(
    (other) => other !== cell && (cell.role !== "solution" || other.role === "solution"),
  );
  const taken = new Set(rivals.flatMap(({ defines }) => defines));
  const handedOut = scanCell(cell.released).defines;
  const own = cell.defines.filter((name) => !taken.has(name));
  const asked = own.filter((name) => handedOut.has(name));
  return asked.length > 0 ? asked : own;
}

/** Notes that cells of the submission stand for a cell of the assignment. */
export function assign(state: MatchState, expected: Expected, cells: readonly Submitted[]): void {
  state.found.set(expected.index, cells);
  for (const { index } of cells) {
    state.owner.set(index, Math.min(expected.index, state.owner.get(index) ?? expected.index));
  }
}
