import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { releasedNotebook } from "../../clients/support/solvedNotebook.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf, withExtraCell } from "../support/students.js";

/** Every source of chance and of time that a cell has, in an error that the results tell. */
const chance = `const seen = [Math.random(), Date.now(), new Date().toString(), performance.now(), crypto.randomUUID?.(),
  new Intl.DateTimeFormat().resolvedOptions().timeZone, new Error("where").stack];
throw new Error(JSON.stringify(seen));`;

describe("initlab grade", { timeout: 300_000 }, () => {
  const folder = new GradeFolder();
  let first: GradeRun;

  beforeAll(async () => {
    folder.submit("solved", handInSolved());
    folder.submit("stub", releasedNotebook);
    folder.submit(
      "half",
      handIn({ zeros: solutionOf("zeros"), he: solutionOf("he").replace("Math.sqrt", "") }),
    );
    folder.submit("chance", withExtraCell(handInSolved(), "model", chance));
    folder.submit(
      "types",
      handInSolved({ he: 'const initialize_parameters_he = (dims: number) => dims * "1";' }),
    );
    folder.submit("hangs", withExtraCell(handInSolved(), "model", "for (;;) {}"));
    folder.submit("not json", "{");
    for (let index = 0; index < 8; index++)
      folder.submit(`more ${index}`, handInSolved({ zeros: `// ${index}` }));
    first = await folder.grade(["--jobs", "4", "--cell-seconds", "3"], "first");
  }, 300_000);
  afterAll(() => folder.remove());

  test("gives the same bytes and lines again, one at a time or four", async () => {
    const second = await folder.grade(["--jobs", "1", "--cell-seconds", "3"], "second");
    expect(first.results.size).toBe(15);
    expect(timeless(second.files)).toEqual(timeless(first.files));
    const lines = (run: GradeRun) => run.stdout.split("\n").filter((line) => /^ *\d+\/30 /.test(line));
    expect(lines(second)).toEqual(lines(first));
    expect(lines(first)).toHaveLength(15);
  });

  test("shows submissions a chance and a time that are always the same", () => {
    const [note] = first.results.get("chance")!.notes;
    expect(note).toMatch(/^Cell 9 threw an error: Error: \[0\.\d+,1767268800000,"Thu Jan 01 2026/);
  });

  test("leaves nothing behind that was on its way to another name", () => {
    for (const file of Object.keys(first.files)) expect(file).not.toMatch(/\.tmp$|\.initlab-lock$/);
  });
});

/** What a run tells of its own time stands in run.json. */
function timeless({ "run.json": run, ...files }: GradeRun["files"]): GradeRun["files"] {
  expect(run).toBeDefined();
  return files;
}
