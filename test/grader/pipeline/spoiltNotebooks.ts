import { expect } from "vitest";
import type { Results, TestResult } from "../../../src/grader/results/index.ts";
import { type Cell, type Notebook, nbgraderOf, serializeNotebook } from "../../../src/notebook/index.ts";
import { exercises, functionOf, handIn, handInSolved, solutionOf } from "../support/students.js";

const zeros = functionOf("zeros");
const solved = handInSolved();
const untouched = handIn({});

const own = (source: string): Cell => ({
  cell_type: "code",
  id: `own-${source.length}`,
  metadata: {},
  source,
  outputs: [],
  execution_count: null,
});
/** The notebook with the cell of that grade_id changed. */
const edited = (notebook: Notebook, gradeId: string, change: (cell: Cell) => Cell): Notebook => ({
  ...notebook,
  cells: notebook.cells.map((cell) => (nbgraderOf(cell)?.grade_id === gradeId ? change(cell) : cell)),
});
const withSource = (notebook: Notebook, gradeId: string, change: (source: string) => string): Notebook =>
  edited(notebook, gradeId, (cell) => ({ ...cell, source: change(cell.source) }));
const withOutput = (notebook: Notebook, gradeId: string, text: string): Notebook =>
  edited(notebook, gradeId, (cell) => {
    const outputs = [{ output_type: "stream", name: "stdout", text }];
    return { ...cell, execution_count: 1, outputs } as Cell;
  });
const withKernel = (kernelspec: object | undefined): Notebook => {
  const { kernelspec: _, ...metadata } = solved.metadata;
  return { ...solved, metadata: kernelspec === undefined ? metadata : { ...metadata, kernelspec } };
};

const points = ({ tests }: Results) => tests.map((one) => one.points);
/** What is said to the student, a test after the other. */
const words = ({ message, hint = "" }: TestResult) => `${message} ${hint}`.trim();

export interface Case {
  /** Files as somebody hands them in, by their names; each is a notebook or the bytes of one. */
  readonly files: Readonly<Record<string, Notebook | string>>;
  /** Holds the results to what the entry says. */
  readonly deserves: (results: Results) => void;
}

const hasAll = (results: Results): void => {
  expect(results).toMatchObject({ verdict: "passed", score: 30 });
  expect(points(results)).toEqual([10, 10, 10]);
};
const hasNothing = (results: Results, said: RegExp): void => {
  expect(points(results)).toEqual([0, 0, 0]);
  for (const test of results.tests) {
    expect(test.verdict).toBe("failed");
    expect(words(test)).toMatch(said);
  }
};
const one = (notebook: Notebook | string) => ({ "Initialization.ipynb": notebook });

/** Every exercise with another text for the line that throws. */
const emptied = (text: string): Notebook =>
  exercises.reduce(
    (notebook, exercise) =>
      withSource(notebook, functionOf(exercise), (source) => source.replace(/.*throw new Error.*\n/, text)),
    untouched,
  );

/** Some entries come about in several ways; they are called after the entry, with the way behind a colon. */
export const cases: Readonly<Record<string, Case>> = {
  "n-unfilled-template: as it was handed out": {
    files: one(untouched),
    deserves: (results) => hasNothing(results, /^This exercise is not done yet: .*still to be written/),
  },
  "n-unfilled-template: emptied between the markers": {
    files: one(emptied("")),
    deserves: (results) => hasNothing(results, /The object that comes back is empty/),
  },
  "n-unfilled-template: null for every value": {
    files: one(emptied('    parameters["W" + l] = null;\n    parameters["b" + l] = null;\n')),
    deserves: (results) => hasNothing(results, /null/),
  },
  "n-code-in-new-cell": {
    files: one({
      ...handIn({ random: solutionOf("random"), he: solutionOf("he") }),
      cells: [
        ...handIn({ random: solutionOf("random"), he: solutionOf("he") }).cells,
        own(solutionOf("zeros").replace("zeros", "ones")),
        own(solutionOf("zeros")),
      ],
    }),
    deserves: (results) => {
      // The last definition that runs wins.
      hasAll(results);
      expect(results.repairs.map(({ message }) => message).join()).toMatch(/stands in cell \d+/);
    },
  },
  ...Object.fromEntries(
    (["markdown", "raw"] as const).map((cell_type) => [
      `n-markdown-cell: ${cell_type}`,
      {
        files: one(
          edited(solved, zeros, ({ id = "", metadata, source }) => ({ cell_type, id, metadata, source })),
        ),
        deserves: (results: Results): void => {
          expect(results.repairs.map(({ message }) => message)).toEqual([
            expect.stringContaining(`was changed to ${cell_type}`),
          ]);
          expect(points(results).slice(1)).toEqual([10, 10]);
          expect(results.tests[0]?.points).toBe(10);
        },
      },
    ]),
  ),
  "n-unrelated-cell-throws": {
    files: one({
      ...withSource(solved, "model", () => 'throw new Error("no model today");'),
      cells: [
        own('throw new Error("my own mistake");'),
        ...withSource(solved, "model", () => 'throw new Error("no model today");').cells,
        own("undefined_plot(parameters);"),
      ],
    }),
    deserves: (results) => {
      hasAll(results);
      expect(results.notes.join()).toContain("my own mistake");
      expect(results.notes.join()).toContain("undefined_plot");
    },
  },
  "n-stale-output": {
    files: one(
      withOutput(
        withOutput(
          handInSolved({ zeros: solutionOf("zeros").replaceAll("tf.zeros", "tf.ones") }),
          `${zeros}_test`,
          "All tests passed.\n",
        ),
        zeros,
        "W1 = [[0. 0. 0.]\n [0. 0. 0.]]\n",
      ),
    ),
    deserves: (results) => {
      expect(points(results)).toEqual([0, 10, 10]);
      expect(words(results.tests[0]!)).toContain("biases start at zero");
    },
  },
  ...Object.fromEntries(
    ["[]", '""'].map((source) => [
      `n-empty-cells: source ${source}`,
      {
        files: one(
          serializeNotebook({
            ...solved,
            cells: [...solved.cells, own(""), { ...own(""), id: "other" }],
          }).replaceAll('"source": []', `"source": ${source}`),
        ),
        deserves: (results: Results): void => {
          hasAll(results);
          expect([...results.repairs, ...results.notes]).toEqual([]);
        },
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      deno: { name: "deno", display_name: "Deno", language: "typescript" },
      python3: { name: "python3", display_name: "Python 3", language: "python" },
      missing: undefined,
    }).map(([name, kernelspec]) => [
      `n-other-kernel: ${name}`,
      {
        files: one(withKernel(kernelspec)),
        deserves: (results: Results): void => {
          hasAll(results);
          expect(results.notes).toEqual([expect.stringContaining(kernelspec?.name ?? "without the name")]);
        },
      },
    ]),
  ),
  "n-html-saved-as-ipynb": {
    files: one(
      `<!DOCTYPE html>\n<html>\n<head><title>Initialization</title></head><body>${"<div>cell</div>".repeat(500)}</body></html>`,
    ),
    deserves: (results) => {
      expect(results).toMatchObject({ verdict: "unreadable", score: 0 });
      for (const test of results.tests) expect(words(test)).toMatch(/web page \(HTML\).*File > Download/);
    },
  },
  "n-checkpoint: beside the notebook": {
    files: {
      "Initialization.ipynb": solved,
      ".ipynb_checkpoints/Initialization-checkpoint.ipynb": untouched,
    },
    deserves: (results) => {
      hasAll(results);
      expect(results.notes).toEqual([]);
    },
  },
  "n-checkpoint: alone": {
    files: { ".ipynb_checkpoints/Initialization-checkpoint.ipynb": solved },
    deserves: (results) => {
      expect(results.verdict).toBe("unreadable");
      expect(words(results.tests[0]!)).toContain("automatic copy");
    },
  },
  "n-tsc-recovers": {
    files: one(withSource(solved, zeros, (source) => source.replace(/\}\s*$/, ""))),
    deserves: (results) => {
      expect(points(results)).toEqual([0, 10, 10]);
      expect(results.tests[0]?.verdict).toBe("not_run");
      expect(words(results.tests[0]!)).toMatch(/line \d+, column \d+: '}' expected/);
    },
  },
};
