import { dirname } from "node:path";
import type { Assignment, AssignmentCell } from "../../grader/Assignment.js";
import type { CellRun } from "../../kernel/client/CellRun.js";
import { RunningKernel } from "../../kernel/client/RunningKernel.js";
import { stubMessage } from "../stubs.js";
import { type Exercise, placeIn } from "./Exercise.js";
import type { Finding } from "./Finding.js";

/** A cell that takes longer makes nobody happy. */
const cellSeconds = 120;

export interface KernelCheck {
  readonly assignment: Assignment;
  readonly exercises: readonly Exercise[];
  /** The instructor's notebook. */
  readonly file: string;
  readonly onCell?: () => void;
}

/** Runs the notebook in the kernel that students use: solved, as it is handed out, and solved once more. */
export async function checkKernel(check: KernelCheck): Promise<Finding[]> {
  const { assignment, exercises, file } = check;
  const runAll = (wanted: (cell: AssignmentCell) => string | undefined): Promise<Runs> =>
    runCells(assignment, dirname(file), wanted, check.onCell);
  const solved = await runAll(({ source }) => source);
  const untouched = await runAll(({ skip, released }) => (skip ? undefined : released));
  const again = await runAll(({ skip, source }) => (skip ? undefined : source));
  return [
    ...solvedFindings(assignment, solved),
    ...exercises.flatMap((exercise) => stubFindings(assignment, exercise, untouched)),
    ...differences(solved, again),
  ];
}

/** What came of cells, by their positions; an error where a cell or the kernel did not end as it should. */
type Runs = ReadonlyMap<number, CellRun>;

async function runCells(
  { cells }: Assignment,
  folder: string,
  wanted: (cell: AssignmentCell) => string | undefined,
  onCell?: () => void,
): Promise<Runs> {
  const runs = new Map<number, CellRun>();
  const kernel = await RunningKernel.start(folder);
  try {
    for (const [index, cell] of cells.entries()) {
      const code = cell.cellType === "code" ? wanted(cell) : undefined;
      if (code === undefined) continue;
      try {
        runs.set(index, await kernel.run(code, cellSeconds));
      } catch (error) {
        const { message } = error as Error;
        runs.set(index, {
          error: { name: "Error", message, traceback: "" },
          ...{ stdout: "", stderr: "", shown: [] },
        });
        return runs;
      }
      onCell?.();
    }
    return runs;
  } finally {
    await kernel.stop();
  }
}

function solvedFindings({ cells }: Assignment, runs: Runs): Finding[] {
  return [...runs].flatMap(([cell, { error, stderr }]): Finding[] => {
    const place = { step: "kernel", cell } as const;
    const role = cells[cell]?.role;
    if (error !== undefined) {
      const [message = ""] = error.message.split("\n");
      return [
        {
          ...place,
          kind: role === "test" ? "solution-fails" : "cell-fails",
          line: lineIn(error),
          message: `with all exercises solved, the cell fails in the kernel: ${error.name}: ${message.replace(/\.$/, "")}`,
          wayOut: "Run all cells in JupyterLab, in their order, on a fresh kernel.",
        },
      ];
    }
    if (role !== "test" || stderr === "") return [];
    const message = `the test writes to stderr, which nbgrader takes for a failure: ${stderr.trim().split("\n")[0]}`;
    return [{ ...place, kind: "stderr", line: 1, message, wayOut: "Print with console.log, or not at all." }];
  });
}

function stubFindings({ cells }: Assignment, exercise: Exercise, runs: Runs): Finding[] {
  const test = runs.get(exercise.cell);
  if (test === undefined) return [];
  const answers = exercise.answers.map((answer) => runs.get(cells.indexOf(answer)));
  if ([test, ...answers].some((run) => linesOf(run).join("\n").includes(stubMessage))) return [];
  const place = { step: "kernel" as const, ...placeIn(exercise, false) };
  if (test.error === undefined) {
    return [
      {
        ...{ ...place, kind: "points-for-nothing" },
        message: "in the kernel, an untouched exercise passes the test that students see",
        wayOut: "Let the visible part of the test call what the student is to write.",
      },
    ];
  }
  const message = `in the kernel, an untouched exercise does not fail with its stub's message, but with: ${test.error.name}: ${test.error.message.split("\n")[0]}`;
  const wayOut = "Put BEGIN SOLUTION and END SOLUTION around what every call of the answer comes to.";
  return [{ ...place, kind: "silent-stub", message, wayOut }];
}

function differences(one: Runs, other: Runs): Finding[] {
  return [...other].flatMap(([cell, run]): Finding[] => {
    const [first, second] = [linesOf(one.get(cell)), linesOf(run)];
    const line = second.findIndex((text, index) => text !== first[index]);
    if (line < 0 && first.length === second.length) return [];
    return [
      {
        ...{ step: "determinism", kind: "outputs-differ", cell, line: 1 },
        message: `run twice in the kernel, the cell prints "${first.at(line) ?? ""}" and "${second.at(line) ?? ""}"`,
        wayOut: "Seed what it draws (random.seed), and print neither times nor dates.",
      },
    ];
  });
}

function linesOf(run: CellRun | undefined): string[] {
  if (run === undefined) return [];
  const { stdout, stderr, shown, error } = run;
  return [stdout, stderr, ...shown, error?.message ?? ""].join("\n").split("\n");
}

/** Where in the cell itself, as the kernel tells it. */
function lineIn({ message, traceback }: NonNullable<CellRun["error"]>): number {
  const own = [...traceback.matchAll(/(?:^|\n)\s+at (?:.*\()?(?:cell|Cell|In)[^\n]*?line (\d+)/g)].at(-1);
  return Number(own?.[1] ?? /line (\d+), column/.exec(message)?.[1] ?? 1);
}
