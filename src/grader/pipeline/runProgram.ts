import type { Assignment } from "../Assignment.js";
import type { Compiled } from "../compile/index.js";
import { type Execution, execute } from "../execution/Execution.js";
import { exerciseOf } from "../execution/exerciseOf.js";
import { judgeUnasked } from "../execution/judgeUnasked.js";
import type { Program } from "../match/index.js";
import { defaultLimits } from "../sandbox/index.js";
import type { GraderParts } from "./GraderParts.js";
import { seedsFor } from "./seedsFor.js";

/** What Date says to submissions: the same in every run. */
const clock = Date.UTC(2026, 0, 1, 12);

/** Runs a program in the sandbox and asks its tests. */
export function runProgram(
  parts: GraderParts,
  student: string,
  assignment: Assignment,
  program: Program,
  scripts: readonly (Compiled | undefined)[],
): Promise<Execution> {
  const { judge, sandbox, rules, secret, now } = parts;
  const seeds = seedsFor(secret, assignment.name, student);
  return execute({
    program,
    scripts,
    start: (seconds) =>
      sandbox.start({
        imports: assignment.imports,
        seed: seeds.guest,
        clock,
        limits: {
          ...defaultLimits,
          memoryMB: rules.memoryMB,
          wallSeconds: seconds,
        },
      }),
    ask: async (position, guest, seconds, outcomes) => {
      const gradeId = program.cells[position]?.gradeId;
      const test = assignment.cells.find((cell) => cell.gradeId === gradeId && cell.role === "test");
      if (test === undefined)
        throw new Error(`the program has a test ${gradeId} that the assignment has not`);
      const unasked = judgeUnasked(exerciseOf(assignment, test), {
        program,
        scripts,
        outcomes,
        limits: rules,
      });
      return (
        unasked ??
        judge.ask({
          ...{ assignment, test, guest, seconds },
          seed: seeds.judge,
          tellsHidden: parts.onHidden !== undefined,
        })
      );
    },
    describeError: (error) => judge.describeError(error),
    stackOf: (error) => judge.stackOf(error),
    cellSeconds: rules.cellSeconds,
    totalSeconds: rules.totalSeconds,
    mostReplays: rules.mostReplays,
    now,
  });
}
