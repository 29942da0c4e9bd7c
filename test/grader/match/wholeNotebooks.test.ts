import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseNotebook } from "../../../src/grader/collect/chooseNotebook.js";
import { matchCells, type Program } from "../../../src/grader/match/index.js";
import { type Cell, type CodeCell, type Notebook, serializeNotebook } from "../../../src/notebook/index.js";
import { assignment, at, edit, read, released, replace, solved, submit } from "../fixtures/course.js";

/** The defects of whole notebooks in notebooks/instructor/mistakes.json: those without code. */
const entries: readonly { readonly id: string; readonly kind: string; readonly ts?: string }[] = JSON.parse(
  readFileSync(new URL("../../../notebooks/instructor/mistakes.json", import.meta.url), "utf8"),
).entries.filter(({ ts }: { ts?: string }) => ts === undefined);

const zeros = "initialize_parameters_zeros";
const solutions = assignment.cells.filter(({ role }) => role === "solution").map(({ gradeId }) => gradeId);
const match = async (notebook: Notebook): Promise<Program> => matchCells(await submit(notebook), assignment);
const sourceOf = (program: Program, name: string): string | undefined =>
  program.cells.find((cell) => cell.name === name)?.source;
const solvedZeros = solved.cells[at(solved, zeros)] as CodeCell;

const checks: Readonly<Record<string, () => Promise<void>>> = {
  "n-unfilled-template": async () => {
    for (const stub of [/throw new Error.*/, /.*throw new Error.*\n/]) {
      const emptied = solutions.reduce(
        (notebook, name) => edit(notebook, name ?? "", (text) => text.replace(stub, "")),
        released,
      );
      for (const notebook of [released, emptied]) {
        const { cells, repairs } = await match(notebook);
        expect(cells.filter(({ untouched }) => untouched).map(({ gradeId }) => gradeId)).toEqual(solutions);
        expect(repairs).toEqual([]);
      }
    }
  },
  "n-code-in-new-cell": async () => {
    const later = { ...solvedZeros, id: "new", metadata: {} };
    const program = await match({ ...released, cells: [...released.cells, later] });
    expect(sourceOf(program, zeros)).toBe(solvedZeros.source);
    expect(program.repairs[0]?.message).toContain(`stands in cell ${released.cells.length + 1}`);
  },
  "n-markdown-cell": async () => {
    for (const cell_type of ["markdown", "raw"] as const) {
      const { id = "", metadata, source } = solvedZeros;
      const program = await match(replace(solved, zeros, () => [{ cell_type, id, metadata, source }]));
      expect(sourceOf(program, zeros)).toBe(source);
      expect(program.repairs.map(({ message }) => message)).toEqual([
        expect.stringContaining(`was changed to ${cell_type}`),
      ]);
    }
  },
  "n-unrelated-cell-throws": async () => {
    const own = { ...solvedZeros, id: "new", metadata: {}, source: 'throw new Error("mine");' };
    const program = await match({
      ...edit(solved, "train_he", () => "model();"),
      cells: [own, ...solved.cells],
    });
    expect(program.cells.filter(({ name }) => name !== "cell 1").map(({ source }) => source)).toEqual(
      (await match(solved)).cells.map(({ source }) => source),
    );
  },
  "n-stale-output": async () => {
    const outputs = [{ output_type: "stream", name: "stdout", text: "All tests passed." }];
    const stale = replace(released, `${zeros}_test`, (cell) => [{ ...cell, outputs } as Cell]);
    expect((await match(stale)).cells).toEqual((await match(released)).cells);
  },
  "n-empty-cells": async () => {
    const empty = { ...solvedZeros, id: "empty", metadata: {}, source: "" };
    const text = serializeNotebook({ ...solved, cells: [...solved.cells, empty] });
    expect(text).toContain('"source": []');
    for (const file of [text, text.replace('"source": []', '"source": ""')]) {
      const submission = await read(file);
      if (submission.kind === "unreadable") throw new Error(submission.reason);
      expect(matchCells(submission, assignment)).toEqual(await match(solved));
    }
  },
  "n-other-kernel": async () => {
    for (const kernelspec of [{ name: "deno" }, { name: "python3" }, undefined]) {
      const { cells, repairs, notes } = await match({
        ...solved,
        metadata: { ...solved.metadata, kernelspec },
      });
      expect([cells, repairs]).toEqual([(await match(solved)).cells, []]);
      expect(notes).toEqual([expect.stringContaining("kernel")]);
    }
  },
  "n-html-saved-as-ipynb": async () => {
    const page = `<!DOCTYPE html>\n<html><body data-notebook='${serializeNotebook(released)}'></body></html>`;
    expect(await read(page)).toMatchObject({
      kind: "unreadable",
      reason: expect.stringMatching(/web page.*File > Download/),
    });
  },
  "n-checkpoint": async () => {
    const file = (...segments: string[]) => ({
      segments,
      path: segments.join("/"),
      depth: 0,
      read: async function* () {},
    });
    const copy = file(".ipynb_checkpoints", "Initialization-checkpoint.ipynb");
    expect(chooseNotebook([copy], "Initialization", true)).toMatchObject({ file: copy });
    expect(chooseNotebook([copy, file("work.ipynb")], "Initialization")).toMatchObject({
      file: { path: "work.ipynb" },
    });
    expect(chooseNotebook([copy], "Initialization")).toMatchObject({
      reason: expect.stringContaining("checkpoint"),
    });
  },
  "n-tsc-recovers": async () => {
    const broken = edit(solved, zeros, (text) => text.slice(0, text.lastIndexOf("}")));
    const program = await match(broken);
    expect(sourceOf(program, zeros)).toBe(broken.cells[at(broken, zeros)]?.source);
    expect(program.repairs).toEqual([]);
  },
};

describe("matchCells", () => {
  it.each(entries)("does as notebooks/instructor/mistakes.json says of $id ($kind)", async ({ id }) => {
    const check = checks[id];
    if (check === undefined) throw new Error(`no test looks at ${id}`);
    await check();
  });
});
