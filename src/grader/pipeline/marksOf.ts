import type { AssignmentCell } from "../Assignment.js";
import type { CellOutcome } from "../execution/CellOutcome.js";
import type { Judgment } from "../execution/Judgment.js";
import type { MarkResult } from "../results/index.js";
import { printable } from "../submission/index.js";
import { placeIn } from "./placeIn.js";
import type { Ran } from "./Ran.js";

const mostMarks = 5;
const mostCharacters = 400;

/**
 * Where in the student's code a lost test went wrong, as far as that is known: where an error came from that a call
 * of its visible part ended with, and where an answer it rests on threw or is no TypeScript.
 */
export function marksOf(judgment: Judgment, exercise: readonly AssignmentCell[], ran: Ran): MarkResult[] {
  const { program, execution } = ran;
  const marks: MarkResult[] = [];
  const { thrown } = judgment.evidence ?? {};
  // Where a hidden test fails, a line could tell what it was asked.
  if (thrown !== undefined && !judgment.hidden) marks.push(...markAt(thrown.stack, thrown.message, ran));
  for (const [position, cell] of program.cells.entries()) {
    if (!exercise.some(({ gradeId }) => gradeId !== undefined && cell.answers.includes(gradeId))) continue;
    marks.push(...marksOfCell(cell.name, execution.cells[position], ran));
  }
  return withoutRepetition(marks).slice(0, mostMarks);
}

function marksOfCell(cell: string, outcome: CellOutcome | undefined, ran: Ran): MarkResult[] {
  if (outcome?.kind === "threw") return markAt(outcome.stack, outcome.error, ran);
  if (outcome?.kind !== "problems") return [];
  return outcome.problems.map(({ line, column, message }) => {
    return { cell, line, column, message: printable(message.replaceAll(/\s*\n\s*/g, " "), mostCharacters) };
  });
}

function markAt(stack: string, message: string, { program, scripts }: Ran): MarkResult[] {
  const place = placeIn(program, scripts, stack);
  return place === undefined ? [] : [{ ...place, message }];
}

function withoutRepetition(marks: readonly MarkResult[]): MarkResult[] {
  const text = ({ cell, line, column, message }: MarkResult): string =>
    JSON.stringify([cell, line, column, message]);
  return [...new Map(marks.map((mark) => [text(mark), mark])).values()];
}
