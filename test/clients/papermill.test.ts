import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Notebook, nbgraderOf, readNotebook, writeNotebook } from "../../src/notebook/index.ts";
import { cellOutputs, codeCells, outputsOf } from "../notebooks/cellOutputs.ts";
import { type ClientRun, runClient } from "./support/runClient.ts";
import { solvedNotebook, withCells } from "./support/solvedNotebook.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "initlab-papermill-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function papermill(name: string, notebook: Notebook): Promise<ClientRun & { readonly out: Notebook }> {
  await writeNotebook(join(folder, `${name}.ipynb`), notebook);
  const run = await runClient("tests", ["papermill", `${name}.ipynb`, `${name}-out.ipynb`], folder);
  return { ...run, out: await readNotebook(join(folder, `${name}-out.ipynb`)) };
}

describe("papermill", () => {
  it("runs the solved notebook to its end: exit code 0, and every output is there", async () => {
    const { code, stderr, out } = await papermill("solved", solvedNotebook);
    expect(code, stderr).toBe(0);
    const cells = codeCells(out);
    expect(cells.map(({ execution_count }) => execution_count)).toEqual(cells.map((_, index) => index + 1));
    expect(cells.map((cell) => outputsOf(cell).failure).join("")).toBe("");
    expect(cells.flatMap((cell) => outputsOf(cell).pictures)).toHaveLength(7);
    expect(cellOutputs(out, "train_he").stdout).toContain("Accuracy: 0.9933333333333333\n");
    expect(out.metadata.papermill).toMatchObject({ exception: null });
  }, 180_000);

  it("stops at a cell that throws: exit code 1, what was thrown is told, and no later cell runs", async () => {
    const thrown =
      'const layers = [2, 0];\nif (layers[1] === 0) throw new RangeError("no units in layer 1");';
    const failing = withCells(solvedNotebook, { initialize_parameters_zeros: thrown });
    const { code, stderr, out } = await papermill("failing", failing);
    expect(code).toBe(1);
    expect(stderr).toContain("PapermillExecutionError");
    expect(stderr).toContain("RangeError: no units in layer 1");
    expect(out.metadata.papermill).toMatchObject({ exception: true });
    const states = codeCells(out).filter((cell) => nbgraderOf(cell) !== undefined);
    const failed = states.findIndex((cell) => nbgraderOf(cell)?.grade_id === "initialize_parameters_zeros");
    expect(states[failed]?.outputs).toMatchObject([
      { output_type: "error", ename: "RangeError", evalue: "no units in layer 1" },
    ]);
    expect(states.slice(failed + 1).map(({ execution_count }) => execution_count)).toEqual(
      states.slice(failed + 1).map(() => null),
    );
  }, 120_000);
});
