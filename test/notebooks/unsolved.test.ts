import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeStub } from "../../src/instructor/stubs.js";
import { cellRole, type Notebook, readNotebook } from "../../src/notebook/index.js";
import { cellOutputs, codeCells, outputsOf } from "./cellOutputs.js";
import { executeNotebook, root } from "./executeNotebook.js";
import { kernelsUnderTest } from "./kernelUnderTest.js";

const kinds = ["zeros", "random", "he"];
const released = await readNotebook(join(root, "notebooks/Initialization.ipynb"));

describe.each(kernelsUnderTest)("the notebook as students get it, on %s", (kernel) => {
  let executed: Notebook;
  beforeAll(async () => {
    executed = await executeNotebook(released, { kernel, allowErrors: true });
  }, 600_000);

  it("ends in every cell", () => {
    for (const cell of codeCells(executed)) expect(cell.execution_count, cell.id).not.toBeNull();
  });

  it("loads the data set, and defines model() and the exercises, without a word on stderr or an error", () => {
    const names = ["packages", "dataset", "model", ...kinds.map((kind) => `initialize_parameters_${kind}`)];
    for (const name of names) expect(cellOutputs(executed, name).failure, name).toBe("");
    expect(cellOutputs(executed, "dataset").pictures).toHaveLength(1);
  });

  it.each(kinds)(
    "says in the test cell of %s, and when it is trained, which exercise is not done",
    (kind) => {
      const message = JSON.parse(/"(?:.*)"/.exec(codeStub)?.[0] ?? "");
      for (const name of [`initialize_parameters_${kind}_test`, `train_${kind}`]) {
        const { stdout, failure } = cellOutputs(executed, name);
        expect(failure, name).toContain(`Error: ${message}`);
        expect(failure, name).toContain(`initialize_parameters_${kind} `);
        expect(stdout, name).not.toContain("passed");
      }
    },
  );

  it("fails in every cell that needs an exercise, and in no silent way", () => {
    const needs = codeCells(executed)
      .slice(4)
      .filter((cell) => cellRole(cell) !== "solution");
    expect(needs).toHaveLength(11);
    // Stock tslab knows errors only as text.
    const errorsEach = kernel === "this kernel" ? 1 : 0;
    for (const cell of needs) {
      expect(outputsOf(cell).failure, cell.id).not.toBe("");
      const errors = cell.outputs.filter(({ output_type }) => output_type === "error");
      expect(errors, cell.id).toHaveLength(errorsEach);
    }
  });
});

describe.each(kernelsUnderTest)("the notebook whose exercise cells were never run, on %s", (kernel) => {
  let executed: Notebook;
  beforeAll(async () => {
    const cells = released.cells.filter((cell) => cellRole(cell) !== "solution");
    executed = await executeNotebook({ ...released, cells }, { kernel, allowErrors: true });
  }, 600_000);

  it.each(kinds.map((kind, index) => [kind, index + 1]))(
    "says in the cells that need %s: Exercise %i",
    (kind, number) => {
      for (const name of [`initialize_parameters_${kind}_test`, `train_${kind}`]) {
        expect(cellOutputs(executed, name).failure, name).toContain(`Exercise ${number} is not done yet`);
      }
    },
  );
});
