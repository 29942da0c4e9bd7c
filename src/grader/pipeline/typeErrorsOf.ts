import type { Assignment, AssignmentCell } from "../Assignment.js";
import type { CellCompiler, Compiled } from "../compile/index.js";
import type { Program, ProgramCell } from "../match/index.js";
import type { TypeErrorResult } from "../results/index.js";
import { printable } from "../submission/index.js";

const mostErrors = 10;
const mostCharacters = 400;

export interface TypedProgram {
  readonly assignment: Assignment;
  readonly program: Program;
  readonly scripts: readonly (Compiled | undefined)[];
  readonly compiler: Pick<CellCompiler, "check">;
}

/**
 * What the compiler says of the types in an exercise's answer cells, each checked after all the cells before it. A
 * cell whose types cannot be checked has one error that says so.
 */
export async function typeErrorsOf(
  exercise: readonly AssignmentCell[],
  typed: TypedProgram,
): Promise<readonly TypeErrorResult[]> {
  const wanted = exercise.map(({ gradeId }) => gradeId);
  const errors: TypeErrorResult[] = [];
  for (const [position, cell] of typed.program.cells.entries()) {
    if (typed.scripts[position]?.kind !== "script") continue;
    if (cell.answers.some((gradeId) => wanted.includes(gradeId)))
      errors.push(...(await check(cell, position, typed)));
  }
  return errors.slice(0, mostErrors);
}

async function check(cell: ProgramCell, position: number, typed: TypedProgram): Promise<TypeErrorResult[]> {
  const checked = await typed.compiler.check(cell.source, earlierSources(position, typed));
  if (checked.kind === "refused") {
    return [
      { cell: cell.name, line: 1, column: 1, code: 0, message: `types cannot be checked: ${checked.reason}` },
    ];
  }
  return checked.problems.map(({ line, column, code, message }) => {
    return {
      cell: cell.name,
      line,
      column,
      code,
      message: printable(message.replaceAll(/\s*\n\s*/g, " "), mostCharacters),
    };
  });
}

/** Test cells as students have them. */
function earlierSources(position: number, { assignment, program, scripts }: TypedProgram): string[] {
  return program.cells.slice(0, position).flatMap((cell, index) => {
    if (cell.cellType !== "code") return [];
    if (cell.role !== "test") return scripts[index]?.kind === "script" || cell.skip ? [cell.source] : [];
    return assignment.cells.filter(({ gradeId }) => gradeId === cell.gradeId).map(({ released }) => released);
  });
}
