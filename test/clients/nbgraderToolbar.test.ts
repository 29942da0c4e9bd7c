import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { release } from "../../src/instructor/release.ts";
import { cellRole, type Notebook, nbgraderOf, writeNotebook } from "../../src/notebook/index.ts";
import { GradeFolder } from "../grader/support/gradeNotebooks.js";
import { longForm } from "../support/longForm.ts";
import { Course, type Grades } from "./support/Course.ts";
import { editedInSidebar as source } from "./support/editedInSidebar.ts";
import { sourceOf, withCells } from "./support/solvedNotebook.ts";

const [zeros, random, he] = ["zeros", "random", "he"].map((kind) => `initialize_parameters_${kind}`) as [
  string,
  string,
  string,
];

// That the sidebar itself writes just this is tested in test/jupyterlab/instructor.
describe("roles and points that were edited with nbgrader's toolbar", { timeout: 300_000 }, () => {
  const released = release(source);
  const folder = new GradeFolder();
  const solved = withCells(released, {
    [zeros]: sourceOf(source, zeros),
    [random]: sourceOf(source, random).replace(".mul(10)", ""),
    reflection: "He's is the best.",
  });

  afterAll(() => folder.remove());

  it("are picked up by release: roles, points, ids, and a solution that is given now", () => {
    const find = (id: string) => released.cells.find((cell) => nbgraderOf(cell)?.grade_id === id)!;
    expect(cellRole(find(he))).toBe("read-only");
    expect(find(he).source).toContain("Math.sqrt");
    expect(nbgraderOf(find(`${zeros}_test`))?.points).toBe(2.5);
    expect(nbgraderOf(find("random_checked"))?.points).toBe(15);
    expect(find(`${he}_test`)).toBeUndefined();
    expect(["reflection", "homework", "read"].map((id) => cellRole(find(id)))).toEqual([
      "manual",
      "task",
      "read-only",
    ]);
  });

  // What nbgrader makes of such roles is in CI without the sidebar, in nbgrader.test.ts.
  if (longForm) {
    let course: { released: Notebook; grades: Readonly<Record<string, Grades>> };

    beforeAll(async () => {
      const courseFolder = join(folder.path, "course");
      await mkdir(courseFolder);
      const made = new Course(courseFolder);
      const theirs = await made.release(source);
      await made.submit("ana", solved);
      course = { released: theirs, grades: await made.autograde() };
    }, 300_000);

    it("make the same release in nbgrader, cell by cell", () => {
      expect(released.cells).toEqual(course.released.cells);
    });

    it("make the same points in initlab grade and in nbgrader's autograde", async () => {
      await writeNotebook(join(folder.path, "edited.ipynb"), source);
      folder.submit("ana", solved);
      const run = await folder.grade(["--assignment", join(folder.path, "edited.ipynb")]);
      const ours = run.results.get("ana")!;
      const theirs = course.grades.ana!;
      expect(ours.verdict).toBe("pending");
      expect(theirs.needs_manual_grade).toBe(true);
      const points = Object.fromEntries(
        ours.tests.map(({ grade_id, points, max_points }) => [grade_id, [points, max_points]]),
      );
      expect(points).toMatchObject({ [`${zeros}_test`]: [2.5, 2.5], random_checked: [0, 15] });
      expect(theirs.cells).toMatchObject({ [`${zeros}_test`]: [2.5, 2.5], random_checked: [0, 15] });
      expect([ours.score, ours.max_score]).toEqual([theirs.score, theirs.max_score]);
    });
  }
});
