import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Notebook, nbgraderOf, readNotebook } from "../../src/notebook/index.js";
import { reference } from "../support/reference.js";
import { cellOutputs, codeCells, outputsOf } from "./cellOutputs.js";
import { executeNotebook, root } from "./executeNotebook.js";
import { kernelsUnderTest } from "./kernelUnderTest.js";

const trainings = reference.training;

const solved = await readNotebook(join(root, "notebooks/instructor/Initialization.ipynb"));

describe.each(kernelsUnderTest)("the solved notebook on %s", (kernel) => {
  let executed: Notebook;
  beforeAll(async () => {
    executed = await executeNotebook(solved, { kernel });
  }, 600_000);

  it("runs on that kernel, whose TypeScript is its own", () => {
    const { version } = executed.metadata.language_info as { version: string };
    const own = createRequire(import.meta.url)("typescript/package.json") as { version: string };
    expect(version === own.version).toBe(kernel === "this kernel");
  });

  it("runs to its end, in order, without an error and without a word on stderr", () => {
    const cells = codeCells(executed);
    expect(cells.length).toBeGreaterThan(10);
    for (const [index, cell] of cells.entries()) {
      expect(outputsOf(cell).failure, cell.id).toBe("");
      expect(
        cell.outputs.filter(({ output_type }) => output_type === "error"),
        cell.id,
      ).toEqual([]);
      expect(cell.execution_count, cell.id).toBe(index + 1);
    }
  });

  // The figures are the assignment's, printed by NumPy.
  it.each([
    ["zeros", "W1 = [[0. 0. 0.]\n [0. 0. 0.]]\nb1 = [[0.]\n [0.]]\nW2 = [[0. 0.]]\nb2 = [[0.]]\n"],
    [
      "random",
      "W1 = [[ 17.88628473   4.36509851   0.96497468]\n [-18.63492703  -2.77388203  -3.54758979]]\nb1 = [[0.]\n [0.]]\nW2 = [[-0.82741481 -6.27000677]]\nb2 = [[0.]]\n",
    ],
    [
      "he",
      "W1 = [[ 1.78862847  0.43650985]\n [ 0.09649747 -1.8634927 ]\n [-0.2773882  -0.35475898]\n [-0.08274148 -0.62700068]]\nb1 = [[0.]\n [0.]\n [0.]\n [0.]]\nW2 = [[-0.03098412 -0.33744411 -0.92904268  0.62552248]]\nb2 = [[0.]]\n",
    ],
  ])("prints the parameters of %s, passes, and shows the same as its expected output", (kind, parameters) => {
    const name = `initialize_parameters_${kind}_test`;
    const { stdout } = cellOutputs(executed, name);
    const expected = `${parameters}All tests passed.\n`;
    expect(stdout.slice(0, expected.length)).toBe(expected);
    expect(expectedBelow(name)).toBe(expected);
  });

  it.each(trainings)("prints the costs of $initialization", ({ initialization, costs }) => {
    const { stdout } = cellOutputs(executed, `train_${initialization}`);
    const lines = [...stdout.matchAll(/^Cost after iteration (\d+): (\S+)$/gm)];
    expect(lines.map(([, iteration]) => Number(iteration))).toEqual(costs.map((_, index) => 1000 * index));
    for (const [index, cost] of costs.entries()) {
      expectCost(initialization, index, lines[index]?.[2] ?? "", cost);
    }
  });

  it.each(trainings)("prints the accuracies of $initialization", (training) => {
    const { stdout } = cellOutputs(executed, `train_${training.initialization}`);
    const accuracies = [...stdout.matchAll(/^Accuracy: (\S+)$/gm)].map(([, value]) => value);
    expect(accuracies).toEqual([String(training.train_accuracy), String(training.test_accuracy)]);
  });

  it.each(trainings.filter(({ initialization }) => initialization !== "he"))(
    "prints all predictions of $initialization",
    ({ initialization, predictions_train, predictions_test }) => {
      const { stdout } = cellOutputs(executed, `predictions_${initialization}`);
      const [train = "", test = ""] = stdout.split("predictions_test");
      expect(train.replaceAll(/[^01]/g, "")).toBe(predictions_train.data.join(""));
      expect(test.replaceAll(/[^01]/g, "")).toBe(predictions_test.data.join(""));
    },
  );

  it("shows seven pictures: the data, three cost curves, three boundaries", () => {
    const kinds = ["zeros", "random", "he"];
    const names = [
      "dataset",
      ...kinds.map((kind) => `train_${kind}`),
      ...kinds.map((kind) => `boundary_${kind}`),
    ];
    for (const name of names) {
      const { pictures } = cellOutputs(executed, name);
      expect(pictures.length, name).toBe(1);
      const data = pictures[0]?.data as Record<string, string>;
      expect(Buffer.from(data["image/png"]!, "base64").subarray(1, 4).toString(), name).toBe("PNG");
      expect(data["text/html"], name).toMatch(/<img[^>]*src="data:image\//);
      expect(data["text/html"], name).toMatch(/<img[^>]*alt="[^"]{10,}"/);
    }
    expect(codeCells(executed).flatMap((cell) => outputsOf(cell).pictures)).toHaveLength(7);
  });
});

/** The assignment's tolerances: the run from large random weights amplifies the last bit. */
function expectCost(initialization: string, index: number, printed: string, expected: number | "inf"): void {
  const what = `${initialization}, iteration ${1000 * index}: ${printed}, expected ${expected}`;
  if (expected === "inf") {
    expect(printed, what).toBe("inf");
    return;
  }
  const tolerance = { zeros: 1e-14, random: 5e-3, he: 1e-12 * expected }[initialization] ?? 0;
  expect(Math.abs(Number(printed) - expected) <= tolerance, what).toBe(true);
}

/** The text block of the first markdown cell after a cell. */
function expectedBelow(gradeId: string): string | undefined {
  const index = solved.cells.findIndex((cell) => nbgraderOf(cell)?.grade_id === gradeId);
  const text = solved.cells.slice(index + 1).find(({ cell_type }) => cell_type === "markdown");
  return /```text\n(.*?)```/s.exec(text?.source ?? "")?.[1];
}
