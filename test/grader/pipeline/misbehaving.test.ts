import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notebook } from "../../../src/notebook/index.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { functionOf, handInSolved, solutionOf, withExtraCell } from "../support/students.js";

const hang = "for (;;) {}";
const fill = "const hoard = []; for (;;) hoard.push(new Float64Array(1e6).fill(hoard.length));";
const body = (exercise: "zeros" | "random" | "he", statement: string): string =>
  `function ${functionOf(exercise)}(layers_dims: number[]): Record<string, tf.Tensor> { ${statement} }`;

/** What is handed in, and what the three tests deserve; `notes` are looked for in its notes. */
const cases: Readonly<Record<string, { notebook: Notebook; verdicts: string[]; notes?: RegExp[] }>> = {
  "an own cell that hangs": {
    notebook: withExtraCell(handInSolved(), "model", hang),
    verdicts: ["passed", "passed", "passed"],
    notes: [/^Cell 9 did not come to an end within 2 seconds; it was left out\.$/],
  },
  "an own cell that waits for ever": {
    notebook: withExtraCell(handInSolved(), "model", "await new Promise(() => {});"),
    verdicts: ["passed", "passed", "passed"],
    notes: [/^Cell 9 did not come to an end within 2 seconds; it was left out\.$/],
  },
  "an answer that hangs when it is called": {
    notebook: handInSolved({ random: body("random", hang) }),
    verdicts: ["passed", "timeout", "passed"],
  },
  "an answer whose cell hangs": {
    notebook: handInSolved({ zeros: `${solutionOf("zeros")}\n${hang}` }),
    verdicts: ["timeout", "passed", "passed"],
    notes: [
      /^The cell initialize_parameters_zeros did not come to an end within 2 seconds; it was left out\.$/,
    ],
  },
  "an answer whose cell hangs, and the answer once more": {
    notebook: withExtraCell(
      handInSolved({ zeros: `${solutionOf("zeros")}\n${hang}` }),
      "initialize_parameters_zeros",
      solutionOf("zeros"),
    ),
    verdicts: ["passed", "passed", "passed"],
  },
  "an answer that fills the memory": {
    notebook: handInSolved({ he: body("he", fill) }),
    verdicts: ["passed", "passed", "out_of_memory"],
  },
  "an answer that prints without end": {
    notebook: handInSolved({ zeros: body("zeros", 'for (;;) console.log("x".repeat(1000));') }),
    verdicts: ["aborted", "passed", "passed"],
  },
  "every answer hangs": {
    notebook: handInSolved({
      zeros: body("zeros", hang),
      random: body("random", hang),
      he: body("he", hang),
    }),
    verdicts: ["timeout", "timeout", "timeout"],
  },
  "five own cells that hang": {
    notebook: [1, 2, 3, 4, 5].reduce((notebook) => withExtraCell(notebook, "model", hang), handInSolved()),
    verdicts: ["aborted", "aborted", "aborted"],
    notes: [/took its process down 4 times, and was not run again/],
  },
  "an answer tagged skip-grading": {
    notebook: {
      ...handInSolved(),
      cells: handInSolved().cells.map((cell) => ({
        ...cell,
        metadata: { ...cell.metadata, tags: ["skip-grading"] },
      })),
    },
    verdicts: ["passed", "passed", "passed"],
  },
  "an error that is kept, thrown and given back": {
    notebook: withExtraCell(
      handInSolved({ zeros: body("zeros", "return kept as never;") }),
      "model",
      'var kept = new Error("kept");\nthrow kept;',
    ),
    verdicts: ["failed", "passed", "passed"],
    notes: [/threw an error: Error: kept/],
  },
  "a cell of 100 KB": {
    notebook: withExtraCell(handInSolved(), "model", `"${"x".repeat(100_000)}"`),
    verdicts: ["passed", "passed", "passed"],
    notes: [/could not run: the cell is longer than 64 KB/],
  },
  "a name of the platform taken": {
    notebook: withExtraCell(handInSolved(), "model", "const performance = 1, Math2 = Math, console = 3;"),
    verdicts: ["passed", "passed", "passed"],
  },
};

describe("initlab grade on submissions that misbehave", { timeout: 600_000 }, () => {
  const folder = new GradeFolder();
  let run: GradeRun;

  beforeAll(async () => {
    for (const [name, { notebook }] of Object.entries(cases)) folder.submit(name, notebook);
    run = await folder.grade(["--cell-seconds", "2"]);
  }, 600_000);
  afterAll(() => folder.remove());

  test("grades all of them", () => {
    expect(run.stderr).not.toContain("fault");
    expect(run.results.size).toBe(Object.keys(cases).length);
    expect([...run.results.values()].map(({ verdict }) => verdict)).not.toContain("judge_error");
  });

  test.each(Object.entries(cases))("%s", (name, { verdicts, notes = [] }) => {
    const results = [...run.results.values()].find(({ student }) => student === name)!;
    expect(results.tests.map(({ verdict }) => verdict)).toEqual(verdicts);
    for (const note of notes) expect(results.notes).toContainEqual(expect.stringMatching(note));
    for (const { verdict, message } of results.tests) expect(message === "").toBe(verdict === "passed");
  });
});
