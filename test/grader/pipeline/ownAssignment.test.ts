import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { release } from "../../../src/instructor/release.ts";
import { editMetadata, type Notebook, writeNotebook } from "../../../src/notebook/index.ts";
import { withCells } from "../../clients/support/solvedNotebook.ts";
import { code, markdown, notebook, role } from "../../notebook/notebooks.ts";
import { runInitlab } from "../../support/processes/runInitlab.js";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";

const assignment = notebook(
  code('import { random } from "init_utils";', role("imports", ["locked"])),
  code(
    "// BEGIN SOLUTION\nfunction double(x: number): number { return 2 * x; }\n// END SOLUTION",
    role("double", ["solution"]),
  ),
  code(
    `if (double(2) !== 4) throw new Error("double(2) should be 4");
// BEGIN HIDDEN TESTS
const x = random.randint(1000, 1_000_000);
if (double(x) !== 2 * x) throw new Error("double(" + x + ") should be " + 2 * x);
// END HIDDEN TESTS`,
    role("double_test", ["grade", "locked"], 4),
  ),
  code("// BEGIN SOLUTION\nconst answers = [1, 2, 3, 4];\n// END SOLUTION", role("answers", ["solution"])),
  code(
    "answers.filter((answer, index) => answer === index + 1).length / 2;",
    role("answers_test", ["grade", "locked"], 2),
  ),
  markdown("Because.", role("why", ["grade", "solution"], 3)),
);
const second = editMetadata(assignment, { initlab: { name: "Test", version: "2" } });
const handIn = (answers: Record<string, string>, source: Notebook = assignment) =>
  withCells(release(source), answers);
const double = "function double(x: number): number { return 2 * x; }";
const answers = "const answers = [1, 2, 3, 4];";

describe("initlab grade with an assignment of one's own", { timeout: 300_000 }, () => {
  const folder = new GradeFolder();
  let run: GradeRun;
  let strict: GradeRun;
  const testsOf = (student: string, from = run) =>
    from.results.get(student)!.tests.map(({ verdict, points }) => [verdict, points]);

  beforeAll(async () => {
    const [file, newer] = [join(folder.path, "Test.ipynb"), join(folder.path, "Newer.ipynb")];
    await writeNotebook(file, assignment);
    await writeNotebook(newer, second);
    folder.submit("all", handIn({ double, answers, why: "It is so." }));
    folder.submit("part", handIn({ double, answers: "const answers = [1, 2, 0, 4];" }));
    folder.submit("guess", handIn({ double: "function double(x: number): number { return 4; }", answers }));
    folder.submit("missing", handIn({ double: "const triple = 1;", answers }));
    folder.submit(
      "types",
      handIn({ double: "function double(x: number): string { return 2 * x; }", answers }),
    );
    folder.submit("newer", handIn({ double, answers }, second));
    run = await folder.grade(["--assignment", file]);
    strict = await folder.grade(["--assignment", file, "--assignment", newer, "--types", "strict"], "strict");
  }, 300_000);
  afterAll(() => folder.remove());

  test("leaves to a person what only a person can judge", () => {
    expect(run.status).toBe(1);
    expect(run.results.get("all")).toMatchObject({ verdict: "pending", score: 6, max_score: 9 });
    expect(testsOf("all")[2]).toEqual(["pending", 0]);
    expect(run.results.get("all")!.tests[2]!.answer).toBe("It is so.");
  });

  test("gives the points that a test's last value says", () => {
    expect(testsOf("all")[1]).toEqual(["passed", 2]);
    expect(testsOf("part")[1]).toEqual(["failed", 1.5]);
  });

  test("tells of a hidden test only that it failed", () => {
    const [first] = run.results.get("guess")!.tests;
    expect(first).toMatchObject({ verdict: "failed", points: 0, visibility: "hidden" });
    expect(first!.message).toMatch(/^A hidden test failed/);
    expect(first!.evidence).toEqual({ calls: [{ call: "double(2)", result: "4" }] });
    const file = run.files["guess/results.json"]!.replaceAll("double(2)", "");
    expect(file).not.toMatch(/double\(\d|should be \d/);
  });

  test("tells an instructor who wants points explained what hidden tests asked, and writes none of it", async () => {
    const [file, submission] = [
      join(folder.path, "Test.ipynb"),
      join(folder.path, "submissions/guess.ipynb"),
    ];
    const options = ["--out", join(folder.path, "results"), "--secret", join(folder.path, "secret")];
    const { stdout } = await runInitlab("grade", submission, "--assignment", file, "--explain", ...options);
    expect(stdout).toMatch(
      /Hidden part, never shown to students:\n +asked +double\(\d{4,7}\)\n +got +4\n +said +double\(\d{4,7}\) should be \d+/,
    );
    expect(readFileSync(join(folder.path, "results/guess/results.json"), "utf8")).toBe(
      run.files["guess/results.json"],
    );
    const page = readFileSync(join(folder.path, "results/guess/feedback.html"), "utf8");
    expect(page).toContain("A hidden test failed");
    expect(page).not.toMatch(/double\(\d{4,7}\)/);
  }, 60_000);

  test("keeps the answers as they ran, and tells which of them a test rests on", () => {
    const { answers: kept, tests } = run.results.get("part")!;
    expect(kept).toEqual([
      { cell: "double", grade_id: "double", source: double },
      { cell: "answers", grade_id: "answers", source: "const answers = [1, 2, 0, 4];" },
    ]);
    expect(tests.map(({ cells }) => cells)).toEqual([["double"], ["answers"], undefined]);
    expect(tests[1]!.evidence!.calls).toEqual([{ call: "answers", result: "[1, 2, 0, 4]" }]);
  });

  test("does not ask for what is not there", () => {
    expect(run.results.get("missing")!.tests[0]).toMatchObject({
      verdict: "not_run",
      message: "The notebook defines no function or variable double.",
    });
  });

  test("costs nothing for errors of types, unless they count", () => {
    expect(testsOf("types")[0]).toEqual(["passed", 4]);
    expect(testsOf("types", strict)[0]).toEqual(["type_error", 0]);
    expect(strict.results.get("types")!.tests[0]).toMatchObject({
      message:
        "The cell double does not type-check: line 1, column 38: Type 'number' is not assignable to type 'string'.",
      type_errors: [{ cell: "double", line: 1, column: 38, code: 2322 }],
    });
    expect(testsOf("all", strict)).toEqual(testsOf("all"));
  });

  test("grades a submission by the version that it was made from, where that is given", () => {
    expect(run.results.get("newer")).toMatchObject({ verdict: "wrong_assignment", score: 0 });
    expect(run.results.get("newer")!.tests[0]!.message).toContain("version 2");
    expect(strict.results.get("newer")).toMatchObject({ score: 6, assignment: { version: "2" } });
  });
});
