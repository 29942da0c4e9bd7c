import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkStructure } from "../../../src/instructor/check/checkStructure.ts";
import { release } from "../../../src/instructor/release.ts";
import {
  cellRole,
  type Notebook,
  nbgraderOf,
  parseNotebook,
  readNotebook,
  writeNotebook,
} from "../../../src/notebook/index.ts";
import { beforeSidebar, choiceFor, editedInSidebar } from "../../clients/support/editedInSidebar.ts";
import { solvedNotebook, sourceOf, withCells } from "../../clients/support/solvedNotebook.ts";
import { GradeFolder, type GradeRun } from "../../grader/support/gradeNotebooks.js";
import { root } from "../../notebooks/executeNotebook.js";
import { type Ran, runInitlab } from "../../support/processes/runInitlab.js";
import { entriesOf } from "../../support/unpack.js";
import { runCell, waitForKernel, waitForNotebook } from "../notebookPage.js";
import { type OpenedBrowser, openBrowser } from "../openBrowser.js";
import { type JupyterLab, startJupyterLab } from "../startJupyterLab.js";
import { pressSave } from "./editNotebook.js";
import { addNbgrader, chooseInSidebar, openSidebar } from "./nbgraderSidebar.js";
import { exercise, writeExercise } from "./writeExercise.js";

/** Below the project, as JupyterLab serves nothing else; out of sight of everything. */
const folder = ".cache/instructors-page";
const screenshots = join(root, ".cache", "screenshots", "instructor");

describe("the instructor's notebook in JupyterLab", { timeout: 300_000 }, () => {
  let lab: JupyterLab;
  let opened: OpenedBrowser;
  const open = async (notebook: string) => {
    // As in a browser that has shown no other notebook: that one would come back, and be in front for a while.
    await opened.page.goto(`${lab.urlOf(notebook)}&reset`, { timeout: 300_000 });
    await waitForNotebook(opened.page, notebook);
    await waitForKernel(opened.page);
  };
  const screenshot = (name: string) => opened.page.screenshot({ path: join(screenshots, `${name}.png`) });

  beforeAll(async () => {
    await rm(join(root, folder), { recursive: true, force: true });
    for (const needed of [join(root, folder, "instructor"), screenshots])
      await mkdir(needed, { recursive: true });
    opened = await openBrowser();
    lab = await startJupyterLab([
      "--ContentsManager.allow_hidden=True",
      `--LabApp.extra_labextensions_path=${join(root, folder, "extensions")}`,
    ]);
  }, 600_000);

  afterAll(async () => {
    await opened?.close();
    await lab?.stop();
    await rm(join(root, folder), { recursive: true, force: true });
  }, 120_000);

  describe("with a fourth exercise, written as docs/instructors.md says", () => {
    const file = `${folder}/instructor/Initialization.ipynb`;
    const grading = new GradeFolder();
    const zip = join(grading.path, "students.zip");
    let saved: Notebook;
    let printed: string;
    let released: Ran;
    let students: Notebook;
    let grades: GradeRun;

    beforeAll(async () => {
      await copyFile(join(root, "notebooks/instructor/Initialization.ipynb"), join(root, file));
      await open(file);
      const { answer, tests } = await writeExercise(opened.page);
      for (const id of ["import", answer]) await runCell(opened.page, id);
      printed = JSON.stringify(await runCell(opened.page, tests));
      await screenshot("fourth exercise");
      await pressSave(opened.page);
      saved = await readNotebook(join(root, file));
      released = await runInitlab("release", join(root, file), "--zip", zip);
    }, 480_000);
    afterAll(() => grading.remove());

    it("saves all else as it was, and nbgrader's metadata of the new cells", () => {
      const ids = new Set(solvedNotebook.cells.map(({ id }) => id));
      const added = saved.cells.filter(({ id }) => !ids.has(id));
      expect(
        added.map((cell) => [cellRole(cell), nbgraderOf(cell)?.grade_id, nbgraderOf(cell)?.points]),
      ).toEqual([
        ["read-only", "xavier_stand_in", undefined],
        ["plain", undefined, undefined],
        ["solution", exercise, undefined],
        ["tests", `${exercise}_test`, 10],
      ]);
      const edited = ["title", "model", "conclusions", "import"];
      const others = (notebook: Notebook) =>
        notebook.cells.filter(({ id }) => ids.has(id) && !edited.includes(id ?? ""));
      expect(others(saved)).toEqual(others(solvedNotebook));
    });

    it("passes its tests on the page", () => {
      expect(printed).toContain("All tests passed");
    });

    it("is checked in full by release, sound, and packed for students with its stub in it", async () => {
      expect(released.status, released.stderr).toBe(0);
      expect(released.stdout + released.stderr).not.toContain("not sound");
      const entries = [...(await entriesOf(zip))];
      const find = (name: string) =>
        entries.find(([path]) => path.endsWith(`/${name}`))?.[1].toString() ?? "";
      expect(find("README.md")).toContain("4 tasks give 40 points together");
      students = parseNotebook(find("Initialization.ipynb"));
      expect(sourceOf(students, exercise)).toContain("This exercise is not done yet");
      expect(sourceOf(students, `${exercise}_test`)).not.toContain("createRandom");
    });

    it("is graded: solved it has 40 points of 40, wrong 30, as handed out none", async () => {
      const solutions = Object.fromEntries(
        saved.cells
          .filter((cell) => cellRole(cell) === "solution")
          .map((cell) => [nbgraderOf(cell)?.grade_id, cell.source]),
      );
      const wrong = {
        ...solutions,
        [exercise]: solutions[exercise]!.replace("Math.sqrt(1 /", "Math.sqrt(2 /"),
      };
      grading.submit("solved", withCells(students, solutions));
      grading.submit("wrong", withCells(students, wrong));
      grading.submit("stub", students);
      grades = await grading.grade(["--assignment", join(root, file)]);
      const scores = [...grades.results].map(([name, { score, max_score }]) => [name, score, max_score]);
      expect(scores.sort()).toEqual([
        ["solved", 40, 40],
        ["stub", 0, 40],
        ["wrong", 30, 40],
      ]);
    });
  });

  describe("with nbgrader's sidebar", () => {
    const file = `${folder}/instructor/Sidebar.ipynb`;

    beforeAll(async () => {
      await addNbgrader(join(root, folder, "extensions"));
      await writeNotebook(join(root, file), beforeSidebar);
      await open(file);
      await openSidebar(opened.page);
      for (const [index, cell] of beforeSidebar.cells.entries()) {
        const choice = choiceFor(cell);
        if (choice !== undefined) await chooseInSidebar(opened.page, index, choice);
      }
      await screenshot("nbgrader's sidebar");
      await pressSave(opened.page);
    }, 480_000);

    it("gets the roles, points and ids that are chosen there, as the other tests write them", async () => {
      expect((await readNotebook(join(root, file))).cells).toEqual(editedInSidebar.cells);
    });

    it("is released with them", async () => {
      const saved = await readNotebook(join(root, file));
      expect(checkStructure(saved)).toEqual([]);
      const points = release(saved).cells.flatMap((cell) => {
        const { grade_id, points } = nbgraderOf(cell) ?? {};
        return points === undefined ? [] : [[grade_id, points]];
      });
      expect(points).toEqual([
        ["initialize_parameters_zeros_test", 2.5],
        ["random_checked", 15],
        ["reflection", 4],
        ["homework", 0],
      ]);
    });
  });

  it("asks nothing of any other machine, and throws nothing in the page", () => {
    expect(opened.outside).toEqual([]);
    expect(opened.exceptions).toEqual([]);
  });
});
