import { randomInt } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { release } from "../../../src/instructor/release.ts";
import { writeNotebook } from "../../../src/notebook/index.ts";
import { withCells } from "../../clients/support/solvedNotebook.ts";
import { code, notebook, role } from "../../notebook/notebooks.ts";
import { longForm } from "../../support/longForm.ts";
import { attacks, makeWorld, preamble, type Scene } from "../attacks/index.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";

const testOf = (name: string) => `if (${name}(3) !== 10) throw new Error("${name}(3) should be 10");
// BEGIN HIDDEN TESTS
const hidden = 1000 + random.randint(100000);
if (${name}(hidden) !== hidden * hidden + 1) throw new Error("hidden ${name}");
// END HIDDEN TESTS`;

const assignment = notebook(
  code('import { random } from "init_utils";', role("imports", ["locked"])),
  code(
    "// BEGIN SOLUTION\nfunction honest(x: number) { return x * x + 1; }\n// END SOLUTION",
    role("honest", ["solution"]),
  ),
  code(testOf("honest"), role("honest_test", ["grade", "locked"], 1)),
  code(
    "// BEGIN SOLUTION\nfunction answer(x: number) { return x * x + 1; }\n// END SOLUTION",
    role("answer", ["solution"]),
  ),
  code(testOf("answer"), role("answer_test", ["grade", "locked"], 1)),
);

/** In the short form those that are about points: the others reach for what the sandbox keeps, and have tests there. */
const tried = attacks.filter(({ kind }) => longForm || kind === "forgery" || kind === "disturbance");

/** Attacks, each as the answer to an exercise that it does not solve; both sandboxes have tests of their own. */
describe("initlab grade on attacks", { timeout: 600_000 }, () => {
  const secret = `secret-${randomInt(2 ** 40)}`;
  const folder = new GradeFolder();
  let scene: Scene;
  let run: GradeRun;

  beforeAll(async () => {
    scene = await makeWorld(secret);
    const file = join(folder.path, "Test.ipynb");
    await writeNotebook(file, assignment);
    const released = release(assignment);
    for (const [index, { cell }] of tried.entries()) {
      folder.submit(`attack ${index}`, withCells(released, { honest: preamble(scene.world), answer: cell }));
    }
    run = await folder.grade(["--assignment", file, "--cell-seconds", "1"]);
  }, 600_000);
  afterAll(() => {
    scene.close();
    folder.remove();
  });

  test("none gets a point that it has not earned, and none is the grader's fault", () => {
    expect(run.stderr).not.toContain("fault");
    expect(run.results.size).toBe(tried.length);
    for (const [index, { name, kind }] of tried.entries()) {
      const { tests, verdict } = run.results.get(`attack ${index}`)!;
      expect(tests[1]!.points, `${kind}: ${name}`).toBe(0);
      expect(verdict, `${kind}: ${name}`).not.toBe("judge_error");
    }
  });

  test("none takes the points of the exercise before it", () => {
    const lost = tried.filter((_, index) => run.results.get(`attack ${index}`)!.tests[0]!.points !== 1);
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  test("none leaves a trace outside, and none brings a secret into its results", () => {
    expect(scene.look()).toEqual([]);
    for (const text of Object.values(run.files)) expect(text).not.toContain(secret);
    expect(run.stdout + run.stderr).not.toContain(secret);
  });
});
