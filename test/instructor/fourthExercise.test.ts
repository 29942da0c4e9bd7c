import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nbgraderOf, parseNotebook, writeNotebook } from "../../src/notebook/index.ts";
import { solvedNotebook, withCells } from "../clients/support/solvedNotebook.ts";
import { GradeFolder, type GradeRun } from "../grader/support/gradeNotebooks.js";
import { entriesOf } from "../support/unpack.js";
import { withXavier } from "./check/support/xavier.js";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

// As a new instructor would: only the notebook was edited, in a folder of the instructor's own.
describe("an assignment with a fourth exercise", { timeout: 240_000 }, () => {
  const folder = new GradeFolder();
  const source = join(folder.path, "course/instructor/Initialization.ipynb");
  const edited = withXavier(solvedNotebook);
  let grades: GradeRun;
  let entries: ReadonlyMap<string, Buffer>;
  const find = (name: string) =>
    [...entries].find(([path]) => path.endsWith(`/${name}`))?.[1].toString() ?? "";

  beforeAll(async () => {
    await writeNotebook(source, edited);
    const { status, stderr } = initlab("release", source, "--zip", "students.zip");
    expect(status, stderr).toBe(0);
    entries = await entriesOf(join(folder.path, "students.zip"));
    const students = parseNotebook(find("Initialization.ipynb"));
    const solutions = Object.fromEntries(
      edited.cells
        .filter((cell) => nbgraderOf(cell)?.solution)
        .map((cell) => [nbgraderOf(cell)?.grade_id, cell.source]),
    );
    folder.submit("stub", students);
    folder.submit("three", withCells(students, { ...solutions, initialize_parameters_xavier: "let later;" }));
    folder.submit("solved", withCells(students, solutions));
    grades = await folder.grade(["--assignment", source]);
  }, 240_000);
  afterAll(() => folder.remove());

  const initlab = (...args: readonly string[]) =>
    spawnSync(process.execPath, [command, ...args], { encoding: "utf8", cwd: folder.path });

  it.each([
    ["solved", 40],
    ["three", 30],
    ["stub", 0],
  ])("is released and graded: %s has %i of 40 points", (student, points) => {
    const { score, max_score } = grades.results.get(student)!;
    expect([score, max_score]).toEqual([points, 40]);
  });

  it("is packed for students, with its stub in it", () => {
    expect(find("README.md")).toContain("4 tasks give 40 points together");
    const cells = parseNotebook(find("Initialization.ipynb")).cells;
    const answer = cells.find((cell) => nbgraderOf(cell)?.grade_id === "initialize_parameters_xavier");
    expect(answer?.source).toContain("This exercise is not done yet");
  });
});
