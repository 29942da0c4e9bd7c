import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { releasedNotebook, solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf, withExtraCell } from "../support/students.js";

const testOf = (run: GradeRun, student: string, exercise: string) =>
  run.results
    .get(student)
    ?.tests.find(({ grade_id }) => grade_id === `initialize_parameters_${exercise}_test`);

describe.each(["bubblewrap", "deno"])("initlab grade --sandbox %s", { timeout: 300_000 }, (tier) => {
  const folder = new GradeFolder();
  let run: GradeRun;
  const pointsOf = (student: string) => run.results.get(student)?.tests.map(({ points }) => points);

  beforeAll(async () => {
    folder.submit("solved", handInSolved());
    folder.submit("instructor", solvedNotebook);
    folder.submit("stub", releasedNotebook);
    folder.submit(
      "half",
      handIn({ zeros: solutionOf("zeros"), he: solutionOf("he").replace("Math.sqrt", "") }),
    );
    folder.submit("syntax", handInSolved({ zeros: "function initialize_parameters_zeros( {" }));
    folder.submit(
      "throws",
      withExtraCell(handInSolved(), "model", 'throw new RangeError("not\\u001b[31m mine");'),
    );
    folder.submit("types", handInSolved({ he: `${solutionOf("he")}\nconst wrong: string = 1;` }));
    folder.submit(
      "imports",
      withExtraCell(handInSolved(), "model", 'import fs from "node:fs";\nfs.readdirSync("/");'),
    );
    folder.submit(
      "packages",
      withExtraCell(
        handInSolved(),
        "model",
        'import * as tfjs from "@tensorflow/tfjs";\nimport seedrandom from "seedrandom";\ntfjs.zeros([1]);\nseedrandom("a")();',
      ),
    );
    folder.submit("web-page", "<!DOCTYPE html><html><body>Log in</body></html>");
    folder.submit("other", {
      ...releasedNotebook,
      metadata: { ...releasedNotebook.metadata, initlab: { name: "Trees", version: "1" } },
    });
    run = await folder.grade(["--sandbox", tier]);
  }, 300_000);
  afterAll(() => folder.remove());

  test("runs in the sandbox that it was told to, and says what needs a person", () => {
    expect(run.stderr).not.toContain("fault");
    expect(new Set([...run.results.values()].map(({ sandbox }) => sandbox))).toEqual(new Set([tier]));
    expect(run.status).toBe(1);
    expect(run.results.size).toBe(11);
  });

  test.each([
    ["solved", [10, 10, 10]],
    ["instructor", [10, 10, 10]],
    ["stub", [0, 0, 0]],
    ["half", [10, 0, 0]],
    ["syntax", [0, 10, 10]],
    ["throws", [10, 10, 10]],
    ["types", [10, 10, 10]],
    ["imports", [10, 10, 10]],
    ["packages", [10, 10, 10]],
    ["web-page", [0, 0, 0]],
    ["other", [0, 0, 0]],
  ])("gives %s %j points", (student, points) => {
    expect(pointsOf(student)).toEqual(points);
    const { score, max_score } = run.results.get(student)!;
    expect([score, max_score]).toEqual([points.reduce((sum, one) => sum + one), 30]);
  });

  test.each([
    ["solved", "passed"],
    ["stub", "failed"],
    ["half", "failed"],
    ["syntax", "not_run"],
    ["web-page", "unreadable"],
    ["other", "wrong_assignment"],
  ])("gives %s the verdict %s", (student, verdict) => {
    expect(run.results.get(student)?.verdict).toBe(verdict);
  });

  test("tells whoever did nothing that the exercise is not done", () => {
    expect(testOf(run, "stub", "zeros")?.message).toContain("This exercise is not done yet");
  });

  test("tells the place of a syntax error", () => {
    expect(testOf(run, "syntax", "zeros")).toMatchObject({
      verdict: "not_run",
      message: expect.stringMatching(
        /^The cell initialize_parameters_zeros could not run: line 1, column \d+: /,
      ),
    });
  });

  test("tells of a cell that throws, with nothing in it that steers a terminal", () => {
    expect(run.results.get("throws")?.notes).toContainEqual(
      expect.stringMatching(/^Cell 9 threw an error: RangeError: not\\u\{1b\}\[31m mine/),
    );
    expect(run.stdout).not.toContain("\u001b");
  });

  test("tells which packages may be imported", () => {
    expect(run.results.get("imports")?.notes.join("\n")).toMatch(/node:fs.*init_utils/);
    expect(run.results.get("packages")?.notes).toEqual([]);
  });

  test("shows errors of types only where points were lost", () => {
    expect(testOf(run, "types", "he")).not.toHaveProperty("type_errors");
    expect(run.results.get("solved")?.notes).toEqual([]);
  });
});
