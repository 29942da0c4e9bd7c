import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Notebook, readNotebook } from "../../src/notebook/index.ts";
import { cellOutputs, codeCells, outputsOf } from "../notebooks/cellOutputs.ts";
import { root } from "../notebooks/executeNotebook.ts";
import { reference } from "../support/reference.ts";
import { runNotebook } from "./support/runNotebook.ts";

describe("the solved notebook on this kernel", () => {
  let executed: Notebook;
  beforeAll(async () => {
    executed = await runNotebook(await readNotebook(join(root, "notebooks/instructor/Initialization.ipynb")));
  }, 120_000);

  it("runs to its end without an error and without a word on stderr", () => {
    const cells = codeCells(executed);
    expect(cells.length).toBeGreaterThan(10);
    for (const [index, cell] of cells.entries()) {
      expect(outputsOf(cell).stderr, cell.id).toBe("");
      expect(
        cell.outputs.filter(({ output_type }) => output_type === "error"),
        cell.id,
      ).toEqual([]);
      expect(cell.execution_count, cell.id).toBe(index + 1);
    }
  });

  it.each(["zeros", "random", "he"])("passes the checker of %s", (kind) => {
    expect(cellOutputs(executed, `initialize_parameters_${kind}_test`).stdout).toContain("All tests passed.");
  });

  it.each(reference.training)("prints 15 costs and the accuracies of $initialization", (training) => {
    const { stdout } = cellOutputs(executed, `train_${training.initialization}`);
    expect(stdout.match(/^Cost after iteration \d+: \S+$/gm)).toHaveLength(training.costs.length);
    const accuracies = [...stdout.matchAll(/^Accuracy: (\S+)$/gm)].map(([, value]) => value);
    expect(accuracies).toEqual([String(training.train_accuracy), String(training.test_accuracy)]);
  });

  it("shows seven pictures", () => {
    expect(codeCells(executed).flatMap((cell) => outputsOf(cell).pictures)).toHaveLength(7);
  });
});

describe("the student's notebook on this kernel, before anything is solved", () => {
  it("has an error output in each exercise's test, and runs every other cell", async () => {
    const executed = await runNotebook(await readNotebook(join(root, "notebooks/Initialization.ipynb")));
    const cells = codeCells(executed);
    expect(cells.filter(({ execution_count }) => execution_count === null)).toEqual([]);
    for (const kind of ["zeros", "random", "he"]) {
      const { outputs } = cells.find(({ source }) =>
        source.includes(`initialize_parameters_${kind}_test(`),
      ) ?? { outputs: [] };
      const errors = outputs.filter(({ output_type }) => output_type === "error");
      expect(errors, kind).toHaveLength(1);
    }
    expect(cells.some((cell) => outputsOf(cell).pictures.length > 0)).toBe(true);
  }, 120_000);
});
