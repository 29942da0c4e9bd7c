import type { Assignment } from "../Assignment.js";
import type { SubmissionNotebook } from "../submission/index.js";
import { type Answer, findAnswer } from "./findAnswer.js";
import { assign, type Expected, type MatchState, matchState, type Submitted } from "./MatchState.js";
import type { Program, ProgramCell } from "./Program.js";
import { pairFixedCells } from "./pairFixedCells.js";
import { placeExtras } from "./placeExtras.js";
import { tellRepairs } from "./tellRepairs.js";

/**
 * Makes the program that is run and judged of a submission. Cells are found by their grade_id, else by their id, by
 * the function they define, by their text, or by likeness; what is doubled, split, merged, retyped, moved, missing or
 * changed is put right and told.
 *
 * - The assignment's cells stand in its order. Given and test cells, and what is skipped, are the assignment's,
 *   whatever the submission says.
 * - Which cell is the answer to an exercise: see `findAnswer`. Of several definitions the last one counts, as in the
 *   kernel; a copy of the empty exercise behind an answer does not undo it.
 * - The student's own cells stay beside their neighbours: see `placeExtras`. Empty ones are left out, and so are copies
 *   of given cells and tests, and texts.
 *
 * It never throws, and its time grows with the length of the texts.
 */
export function matchCells(submission: SubmissionNotebook, assignment: Assignment): Program {
  const state = matchState(submission, assignment);
  pairFixedCells(state);
  const answers = findAnswers(state);
  const extras = extrasByPlace(state, answers);
  const cells = state.expected.flatMap((expected) => [
    ...(extras.get(expected.index) ?? []).map(extraCell),
    ...cellsOf(state, expected, answers),
  ]);
  return {
    cells: [...cells, ...(extras.get(state.expected.length) ?? []).map(extraCell)],
    repairs: tellRepairs(state, answers),
    notes: submission.notes,
  };
}

function findAnswers(state: MatchState): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (const expected of state.expected) {
    if (expected.cell.role !== "solution") continue;
    const answer = findAnswer(state, expected);
    answers.set(expected.index, answer);
    assign(state, expected, answer.cells);
  }
  // They do not run, but what stands beside them has its place by them.
  for (const [position, { dropped }] of answers) {
    for (const { index } of dropped) if (!state.owner.has(index)) state.owner.set(index, position);
  }
  return answers;
}

/** The student's own code cells, by the position in the assignment before which they run. */
function extrasByPlace(state: MatchState, answers: ReadonlyMap<number, Answer>): Map<number, Submitted[]> {
  const handedOut = new Set(state.expected.map(({ released }) => released));
  const places = placeExtras(state);
  for (const [index, { before }] of answers) {
    for (const one of before) if (places.has(one)) places.set(one, index);
  }
  const extras = new Map<number, Submitted[]>();
  for (const one of state.submitted) {
    const place = places.get(one);
    if (place === undefined || !one.isCode || one.squeezed === "" || handedOut.has(one.squeezed)) continue;
    const cells = extras.get(place);
    if (cells === undefined) extras.set(place, [one]);
    else cells.push(one);
  }
  return extras;
}

function cellsOf(state: MatchState, expected: Expected, answers: ReadonlyMap<number, Answer>): ProgramCell[] {
  const answer = answers.get(expected.index);
  if (answer !== undefined) return solutionCells(state, expected, answer, answers);
  const { cell, index, released } = expected;
  const found = state.found.get(index)?.[0];
  if (cell.role === "text" && cell.cellType !== "code") return [];
  const isStudents = cell.role === "text" || cell.role === "manual";
  return [
    {
      ...partsOf(expected, found),
      role: cell.role === "text" || cell.role === "solution" ? "extra" : cell.role,
      source: isStudents ? (found?.cell.source ?? cell.released) : cell.source,
      answers: [],
      untouched: cell.role === "manual" && (found?.squeezed ?? released) === released,
    },
  ];
}

/** Nothing where the answer lies in the cell of an exercise before it. */
function solutionCells(
  state: MatchState,
  expected: Expected,
  answer: Answer,
  all: ReadonlyMap<number, Answer>,
): ProgramCell[] {
  const [first] = answer.cells;
  const sharing = [...all].filter(([, { cells }]) => first !== undefined && cells[0] === first);
  if (sharing.length > 1 && sharing[0]?.[0] !== expected.index) return [];
  const positions = first === undefined ? [expected.index] : sharing.map(([position]) => position);
  const gradeIds = positions.map((position) => state.expected[position]?.cell.gradeId);
  return [
    {
      ...partsOf(expected, first),
      role: "solution",
      source: answer.source,
      answers: gradeIds.filter((gradeId) => gradeId !== undefined),
      untouched: answer.isUntouched,
    },
  ];
}

function partsOf(
  { cell, index }: Expected,
  found: Submitted | undefined,
): Pick<ProgramCell, "name" | "cellType" | "gradeId" | "skip" | "from"> {
  const place = found === undefined ? `cell ${index + 1} of the assignment` : `cell ${found.index + 1}`;
  return {
    name: cell.gradeId ?? place,
    cellType: cell.cellType,
    ...(cell.gradeId !== undefined && { gradeId: cell.gradeId }),
    skip: cell.skip,
    from: found?.index ?? null,
  };
}

function extraCell({ cell, index }: Submitted): ProgramCell {
  return {
    name: `cell ${index + 1}`,
    role: "extra",
    cellType: "code",
    source: cell.source,
    skip: cell.skip,
    from: index,
    answers: [],
    untouched: false,
  };
}
