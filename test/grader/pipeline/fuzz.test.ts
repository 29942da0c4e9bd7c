import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { brokenNotebooks } from "../fuzz/brokenNotebooks.js";
import { GradeFolder } from "../support/gradeNotebooks.js";

/** `npm run fuzz` asks for more. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 1000);
const seed = Number(process.env.FUZZ_SEED ?? 8);

describe("initlab grade on notebooks broken at random", () => {
  const folder = new GradeFolder();
  afterAll(() => folder.remove());

  test("gives each results that say what was wrong, and is never at fault", {
    timeout: 60_000 + numRuns * 3000,
  }, async () => {
    const broken = fc.sample(brokenNotebooks, { seed, numRuns });
    for (const [index, { bytes }] of broken.entries()) folder.submit(`s${index}`, bytes);
    const { status, stderr, results } = await folder.grade(["--cell-seconds", "2"]);
    expect(stderr).not.toContain("fault");
    expect([0, 1]).toContain(status);
    expect(results.size).toBe(numRuns);
    const verdicts = new Set<string>();
    for (const [student, { verdict, score, tests, notes, repairs }] of results) {
      const steps = `${student}: ${broken[Number(student.slice(1))]?.steps.join(", ")}`;
      verdicts.add(verdict);
      expect(verdict, steps).not.toBe("judge_error");
      for (const { verdict: one, message } of tests) {
        expect(one, steps).not.toBe("judge_error");
        expect(message === "", steps).toBe(one === "passed");
      }
      expect(score, steps).toBe(tests.reduce((sum, { points }) => sum + points, 0));
      for (const text of [...notes, ...repairs.map(({ message }) => message)])
        expect(text).not.toMatch(/\p{Cc}/u);
    }
    expect(verdicts).toContain("unreadable");
    expect(verdicts.size).toBeGreaterThan(2);
  });
});
