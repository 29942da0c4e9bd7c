import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hintTable } from "../../public_tests/hints/hintTable.js";
import { answers } from "../../support/answers/mistakes.js";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { exercises, handInSolved } from "../support/students.js";

const wrong = answers.filter(({ verdict }) => verdict === "wrong");
const right = answers.filter(({ verdict }) => verdict === "accept");

/** What is said otherwise than to somebody who calls a checker: in the notebook a stand-in has the function's name. */
const inANotebook: Readonly<Record<string, string>> = {
  "z-renamed":
    "No function of your own is called initialize_parameters_zeros yet: is its name written exactly so, and has its cell been run?",
};

describe("initlab grade on answers that students really give", { timeout: 300_000 }, () => {
  const folder = new GradeFolder();
  let run: GradeRun;
  const testsOf = (id: string) =>
    Object.fromEntries(exercises.map((exercise, index) => [exercise, run.results.get(id)!.tests[index]!]));

  beforeAll(async () => {
    for (const { id, exercise, ts } of answers) folder.submit(id, handInSolved({ [exercise]: ts }));
    run = await folder.grade();
  }, 300_000);
  afterAll(() => folder.remove());

  test("grades all of them, and needs nobody", () => {
    expect(run.stderr).not.toContain("fault");
    expect(run.status).toBe(0);
    expect(run.results.size).toBe(answers.length);
  });

  test.each(right)("$id ($kind) has all points", ({ id }) => {
    const { score, verdict, notes } = run.results.get(id)!;
    expect({ score, verdict, notes }).toEqual({ score: 30, verdict: "passed", notes: [] });
  });

  test.each(wrong)("$id ($kind) loses the points of its exercise, and no others", ({ id, exercise }) => {
    const tests = testsOf(id);
    for (const other of exercises) expect(tests[other]!.points, other).toBe(other === exercise ? 0 : 10);
    const { verdict, visibility, message, hint } = tests[exercise]!;
    if (verdict === "not_run") return expect(message).toMatch(/could not run: line \d+, column \d+: /);
    expect(verdict).toBe("failed");
    expect(message).not.toBe("");
    if (hint !== undefined) return expect(hint).toBe(inANotebook[id] ?? hintTable[id]);
    // What only a hidden test finds is told without a hint, which could give the test away; and where the call or the
    // prints before the checker throw, what they threw is told.
    if (visibility === "visible")
      expect(message).toMatch(/^(?:Type|Reference)Error: |^Exercise 1 is not done yet|^TODO$/);
  });

  test("hints at most mistakes", () => {
    const hinted = wrong.filter(({ id, exercise }) => testsOf(id)[exercise]!.hint !== undefined);
    expect(hinted.length).toBeGreaterThan(wrong.length / 2);
  });

  test("shows the errors of types that an answer has", () => {
    const shown = wrong.filter(({ id, exercise }) => testsOf(id)[exercise]!.type_errors !== undefined);
    expect(shown.map(({ id }) => id)).toContain("z-tuple-parens");
    for (const { id, exercise } of shown) {
      for (const error of testsOf(id)[exercise]!.type_errors!)
        expect(error.cell).toBe(`initialize_parameters_${exercise}`);
    }
  });
});
