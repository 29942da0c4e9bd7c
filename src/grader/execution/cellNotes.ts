import type { Program } from "../match/index.js";
import type { CellOutcome } from "./CellOutcome.js";
import { cellLabel } from "./cellLabel.js";
import { describeDeath } from "./describeDeath.js";
import type { Execution } from "./Execution.js";
import { reasonNotToRun } from "./judgeUnasked.js";

interface Limits {
  readonly cellSeconds: number;
  readonly memoryMB: number;
  readonly totalSeconds: number;
  readonly mostReplays: number;
}

const mostNotes = 30;

/** What happened to cells when they ran, for the student: a sentence for each that did not go well. */
export function cellNotes(
  program: Program,
  { cells, stopped }: Execution,
  limits: Limits,
): readonly string[] {
  const notes = cells.flatMap((outcome, position) => {
    const note = noteOn(outcome, limits);
    return note === undefined ? [] : [`${cellLabel(program.cells[position]?.name ?? "")} ${note}`];
  });
  if (stopped === "time") {
    notes.push(`The notebook was stopped after ${limits.totalSeconds} seconds in all.`);
  }
  if (stopped === "replays") {
    notes.push(`The notebook took its process down ${limits.mostReplays + 1} times, and was not run again.`);
  }
  if (notes.length <= mostNotes) return notes;
  return [...notes.slice(0, mostNotes), `${notes.length - mostNotes} more cells did not go well.`];
}

function noteOn(outcome: CellOutcome, limits: Limits): string | undefined {
  if (outcome.kind === "threw") return `threw an error: ${outcome.error}`;
  if (outcome.kind === "left_out") return `${describeDeath(outcome.death, limits)}; it was left out.`;
  return reasonNotToRun(outcome);
}
