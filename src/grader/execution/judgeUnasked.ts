import type { Diagnostic } from "../../cells/index.js";
import type { AssignmentCell } from "../Assignment.js";
import type { Compiled } from "../compile/index.js";
import type { Program } from "../match/index.js";
import type { CellOutcome } from "./CellOutcome.js";
import { cellLabel } from "./cellLabel.js";
import { deathVerdict, describeDeath } from "./describeDeath.js";
import type { Judgment } from "./Judgment.js";

export interface SoFar {
  readonly program: Program;
  readonly scripts: readonly (Compiled | undefined)[];
  readonly outcomes: readonly CellOutcome[];
  readonly limits: { readonly cellSeconds: number; readonly memoryMB: number };
}

/**
 * The judgment of a test that there is no point in asking: a cell that it rests on is not TypeScript or took its
 * process down, and no other cell defines its names.
 */
export function judgeUnasked(exercise: readonly AssignmentCell[], soFar: SoFar): Judgment | undefined {
  for (const { gradeId, defines } of exercise) {
    const judgment = gradeId === undefined ? undefined : judgeAnswer(gradeId, defines, soFar);
    if (judgment !== undefined) return judgment;
  }
  return undefined;
}

function judgeAnswer(gradeId: string, names: readonly string[], soFar: SoFar): Judgment | undefined {
  const { program, scripts, outcomes, limits } = soFar;
  const defined = new Set(scripts.flatMap((compiled, position) => namesOf(compiled, outcomes[position])));
  if (names.every((name) => defined.has(name))) return undefined;
  const answers = [...program.cells.entries()].filter(([, cell]) => cell.answers.includes(gradeId));
  for (const [position, { name }] of answers) {
    const outcome = outcomes[position];
    if (outcome?.kind === "left_out") {
      const message = `${cellLabel(name)} ${describeDeath(outcome.death, limits)}.`;
      return { verdict: deathVerdict(outcome.death), fraction: 0, hidden: false, message };
    }
    const reason = reasonNotToRun(outcome);
    if (reason === undefined) continue;
    return { verdict: "not_run", fraction: 0, hidden: false, message: `${cellLabel(name)} ${reason}` };
  }
  return undefined;
}

/** What a cell has given the tests: one that threw has at least its functions. */
function namesOf(compiled: Compiled | undefined, outcome: CellOutcome | undefined): readonly string[] {
  if (compiled?.kind !== "script" || (outcome?.kind !== "ran" && outcome?.kind !== "threw")) return [];
  return compiled.script.names.filter(({ kind }) => kind !== "import").map(({ name }) => name);
}

/** Why a cell did not run, as the end of a sentence. */
export function reasonNotToRun(outcome: CellOutcome | undefined): string | undefined {
  if (outcome?.kind === "problems") return `could not run: ${describeProblem(outcome.problems[0])}`;
  return outcome?.kind === "refused" ? `could not run: ${outcome.reason}.` : undefined;
}

function describeProblem(problem: Diagnostic | undefined): string {
  if (problem === undefined) return "it is not TypeScript.";
  const { line, column, message } = problem;
  return `line ${line}, column ${column}: ${message}`;
}
