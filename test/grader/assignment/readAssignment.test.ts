import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssignment, readOutline } from "../../../dist/grader/assignment/index.js";
import { CellCompiler } from "../../../dist/grader/compile/index.js";
import {
  type Cell,
  editMetadata,
  type Notebook,
  nbgraderOf,
  readNotebook,
  writeNotebook,
} from "../../../src/notebook/index.ts";

const source = fileURLToPath(new URL("../../../notebooks/instructor/Initialization.ipynb", import.meta.url));
const released = await readNotebook(
  fileURLToPath(new URL("../../../notebooks/Initialization.ipynb", import.meta.url)),
);

let folder: string;
let compiler: CellCompiler;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "initlab-assignment-"));
  compiler = new CellCompiler({ globals: [] });
});
afterAll(() => {
  compiler.end();
  rmSync(folder, { recursive: true });
});

async function readChanged(change: (notebook: Notebook) => Notebook) {
  const file = join(folder, "changed.ipynb");
  await writeNotebook(file, change(await readNotebook(source)));
  return readAssignment(file, compiler);
}

describe("readAssignment", { timeout: 60_000 }, () => {
  test("readAssignment tells what each cell is for", async () => {
    const assignment = await readAssignment(source);
    expect(assignment).toMatchObject({
      name: "Initialization",
      version: "1",
      imports: ["init_utils", "public_tests", "@tensorflow/tfjs", "seedrandom"],
    });
    const roles = assignment.cells
      .filter(({ role }) => role !== "text")
      .map(({ gradeId, role }) => [gradeId, role]);
    expect(roles.slice(0, 5)).toEqual([
      ["packages", "given"],
      ["dataset", "given"],
      ["model", "given"],
      ["initialize_parameters_zeros", "solution"],
      ["initialize_parameters_zeros_test", "test"],
    ]);
    expect(assignment.cells.filter(({ points }) => points > 0).map(({ points }) => points)).toEqual([
      10, 10, 10,
    ]);
    expect(assignment.cells.filter(({ skip }) => skip).map(({ gradeId }) => gradeId)).toContain("train_he");
  });

  test("readAssignment knows each cell as students got it, and the names that it declares", async () => {
    const { cells } = await readAssignment(source, compiler);
    expect(cells.map((cell) => cell.released)).toEqual(released.cells.map((cell) => cell.source));
    const zeros = cells.find(({ gradeId }) => gradeId === "initialize_parameters_zeros");
    expect(zeros?.defines).toEqual(["initialize_parameters_zeros"]);
    expect(zeros?.source).toContain("BEGIN SOLUTION");
    expect(zeros?.released).not.toContain("BEGIN SOLUTION");
    expect(cells.find(({ gradeId }) => gradeId === "packages")?.defines).toEqual([]);
  });

  test("readAssignment gives another hash to another key, and the same to the same key in another layout", async () => {
    const { hash } = await readAssignment(source, compiler);
    expect((await readChanged((notebook) => notebook)).hash).toBe(hash);
    expect((await readChanged((notebook) => editMetadata(notebook, { other: 1 }))).hash).toBe(hash);
    const changed = await readChanged((notebook) => ({
      ...notebook,
      cells: notebook.cells.map((cell) => ({
        ...cell,
        source: cell.source.replaceAll("createRandom(3)", "createRandom(4)"),
      })),
    }));
    expect(changed.hash).not.toBe(hash);
  });

  test("readAssignment gives the same hash when only explanations change, and another when points do", async () => {
    const { hash } = await readAssignment(source, compiler);
    const changedCells = (change: (cell: Cell) => Cell) =>
      readChanged((notebook) => ({ ...notebook, cells: notebook.cells.map(change) }));
    const explained = await changedCells((cell) =>
      cell.cell_type === "markdown" ? { ...cell, source: `${cell.source}\n\nIn other words.` } : cell,
    );
    expect(explained.cells.map(({ source }) => source)).toContainEqual(
      expect.stringContaining("In other words"),
    );
    expect(explained.hash).toBe(hash);
    const worth = await changedCells((cell) => {
      const nbgrader = nbgraderOf(cell);
      if (nbgrader?.points !== 10) return cell;
      return { ...cell, metadata: { ...cell.metadata, nbgrader: { ...nbgrader, points: 9 } } };
    });
    expect(worth.hash).not.toBe(hash);
  });

  test("readOutline tells the same of an assignment, and needs no compiler", async () => {
    const { cells, ...assignment } = await readAssignment(source, compiler);
    const withoutNames = cells.map(({ defines, ...cell }) => cell);
    expect(await readOutline(source)).toEqual({ ...assignment, cells: withoutNames });
    const twice = (notebook: Notebook) => ({ ...notebook, cells: [...notebook.cells, ...notebook.cells] });
    await expect(readChanged(twice)).rejects.toThrow(/changed.ipynb/);
    await expect(readOutline(join(folder, "changed.ipynb"))).rejects.toThrow(/changed.ipynb/);
  });

  test("readAssignment lets the metadata name the packages that students may import", async () => {
    const withImports = (imports: unknown) => (notebook: Notebook) =>
      editMetadata(notebook, { initlab: { name: "Trees", version: "2", imports } });
    expect(await readChanged(withImports(["init_utils"]))).toMatchObject({
      name: "Trees",
      imports: ["init_utils"],
    });
    await expect(readChanged(withImports("init_utils"))).rejects.toThrow(
      /changed.ipynb: metadata initlab.imports/,
    );
  });

  test("readAssignment names the cell and the line that is not TypeScript", async () => {
    const broken = readChanged((notebook) => ({
      ...notebook,
      cells: notebook.cells.map((cell) =>
        cell.id === "dataset" ? { ...cell, source: "const a = 1;\nconst = 2;" } : cell,
      ),
    }));
    await expect(broken).rejects.toThrow(/changed.ipynb, cell 5, line 2: /);
  });
});
