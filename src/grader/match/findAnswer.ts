import { likeness } from "../text/likeness.js";
import { isUntouched } from "../text/sameText.js";
import { scanCell } from "../text/scanCell.js";
import type { Expected, MatchState, Submitted } from "./MatchState.js";
import { leastLikeness } from "./pairFixedCells.js";

/** The cell that counts as the answer to an exercise, and how it was found. */
export interface Answer {
  /** One cell, or the pieces of one in their order; none where the submission has no such cell. */
  readonly cells: readonly Submitted[];
  readonly source: string;
  readonly how: "own cell" | "other cell" | "likeness" | "untouched" | "missing";
  readonly isUntouched: boolean;
  /** Other cells that bear the exercise's grade_id. */
  readonly duplicates: readonly Submitted[];
  /** Earlier cells that define the function as well: they run just before the answer, which takes their place. */
  readonly before: readonly Submitted[];
  /** Cells that hold the exercise as it was handed out: they would undo the answer. */
  readonly dropped: readonly Submitted[];
}

/**
 * Finds the answer to an exercise. These are the candidates, and of several the last one counts, as when all cells
 * are run in their order; a cell in which nothing was added to what was handed out is none:
 *
 * 1. cells with the exercise's grade_id that define its function;
 * 2. other code cells that define it;
 * 3. cells with its grade_id that define no exercise, and are not empty;
 * 4. text cells that are code and define it;
 * 5. the code cell that is most like what was handed out.
 *
 * Without any of them the exercise was not attempted, or its cell is missing.
 */
export function findAnswer(state: MatchState, expected: Expected): Answer {
  const own = state.submitted.filter((one) => isOwn(one, expected) && !isOfAnother(one, expected, state));
  const defining = state.submitted.filter(
    (one) => (one.isCode || own.includes(one) || looksLikeCode(one)) && defines(one, expected),
  );
  // What the student wrote may stand in another piece than the function's name.
  const attempted = remembered(
    (one: Submitted): boolean =>
      one.squeezed !== "" &&
      !isUntouched(textOf(joinPieces(state, expected, one, own)), expected.cell.released) &&
      !isGiven(one, state),
  );
  const isElsewhere = (one: Submitted): boolean => one.isCode && !own.includes(one);
  const chosen =
    own.findLast((one) => defining.includes(one) && attempted(one)) ??
    defining.findLast((one) => isElsewhere(one) && !state.owner.has(one.index) && attempted(one)) ??
    defining.findLast((one) => isElsewhere(one) && attempted(one)) ??
    own.findLast(attempted) ??
    defining.findLast((one) => !state.owner.has(one.index) && attempted(one)) ??
    mostAlike(state, expected, attempted);
  const cell = chosen ?? own[0] ?? defining.find(({ index }) => !state.owner.has(index));
  const cells = cell === undefined ? [] : joinPieces(state, expected, cell, own);
  const others = [...new Set([...own, ...defining])].filter(
    (one) => !cells.includes(one) && !state.owner.has(one.index),
  );
  return {
    cells,
    source: cells.length === 0 ? expected.cell.released : textOf(cells),
    how: howFound(chosen, cell, own, defining),
    isUntouched: chosen === undefined,
    duplicates: own.filter((one) => !cells.includes(one) && one.squeezed !== ""),
    before: others.filter(
      (one) => one.isCode && attempted(one) && cell !== undefined && one.index < cell.index,
    ),
    dropped: others.filter((one) => !attempted(one)),
  };
}

/** A stand-in for the exercise, which the assignment gives and the student has left as it is. */
function isGiven({ index, squeezed }: Submitted, { owner, expected }: MatchState): boolean {
  const own = expected[owner.get(index) ?? -1];
  return own?.cell.role === "given" && own.released === squeezed;
}

function howFound(
  chosen: Submitted | undefined,
  cell: Submitted | undefined,
  own: readonly Submitted[],
  defining: readonly Submitted[],
): Answer["how"] {
  if (chosen === undefined) return cell === undefined ? "missing" : "untouched";
  if (own.includes(chosen)) return "own cell";
  return defining.includes(chosen) ? "other cell" : "likeness";
}

/** A cell's id in Jupyter counts where it has no grade_id: some editors take the metadata away and leave the ids. */
function isOwn({ cell }: Submitted, { cell: exercise }: Expected): boolean {
  if (cell.gradeId !== undefined) return cell.gradeId === exercise.gradeId;
  return cell.id !== undefined && cell.id === exercise.id;
}

/** A copy of one exercise's cell, with its grade_id still, in which another exercise was written. */
function isOfAnother(one: Submitted, expected: Expected, state: MatchState): boolean {
  if (defines(one, expected)) return false;
  return state.expected.some((other) => other.cell.role === "solution" && defines(one, other));
}

function defines({ scan }: Submitted, { ownNames }: Expected): boolean {
  return ownNames.some((name) => scan.defines.has(name));
}

function looksLikeCode({ squeezed }: Submitted): boolean {
  return /^(?:\/[/*]|(?:export |async )*function\b|(?:export )?(?:const|let|var) )/.test(squeezed);
}

function mostAlike(
  state: MatchState,
  expected: Expected,
  attempted: (one: Submitted) => boolean,
): Submitted | undefined {
  const exercises = state.expected.filter(({ cell }) => cell.role === "solution");
  let best: { one: Submitted; value: number } | undefined;
  for (const one of state.submitted) {
    if (!one.isCode || state.owner.has(one.index) || one.cell.gradeId !== undefined) continue;
    const value = likeness(expected.words, one.words, leastLikeness);
    if (value < leastLikeness || value <= (best?.value ?? 0)) continue;
    if (attempted(one) && !exercises.some((exercise) => defines(one, exercise))) best = { one, value };
  }
  return best?.one;
}

function textOf(pieces: readonly Submitted[]): string {
  return pieces.map(({ cell }) => cell.source).join("\n");
}

/** Asked once for each cell: to join pieces takes time, and there may be ten thousand. */
function remembered(find: (one: Submitted) => boolean): (one: Submitted) => boolean {
  const known = new Map<Submitted, boolean>();
  return (one) => {
    const found = known.get(one) ?? find(one);
    known.set(one, found);
    return found;
  };
}

const mostPieces = 8;

/**
 * Splitting a cell in JupyterLab leaves its beginning in one and its end in the next: the code cells behind one that
 * ends inside of a bracket or a comment are taken to it until it is complete. Where that does not come about, the cell
 * stays alone, and its error shows.
 */
function joinPieces(
  state: MatchState,
  expected: Expected,
  first: Submitted,
  own: readonly Submitted[],
): readonly Submitted[] {
  if (!first.scan.isOpen) return [first];
  const pieces = [first];
  for (const one of state.submitted.slice(first.index + 1)) {
    if (!one.isCode || one.squeezed === "") continue;
    const isFree = own.includes(one) || !state.owner.has(one.index);
    if (!isFree || pieces.length === mostPieces) break;
    pieces.push(one);
    const whole = scanCell(textOf(pieces));
    if (whole.closesMore) break;
    if (!whole.isOpen) return expected.ownNames.some((name) => whole.defines.has(name)) ? pieces : [first];
  }
  return [first];
}
