import { readFileSync } from "node:fs";
import * as public_tests from "public_tests";
import { describe, expect, test } from "vitest";
import { consoleOutput } from "../support/consoleOutput.js";
import { runAnswer } from "../support/runAnswer.js";

interface Answer {
  id: string;
  verdict: "wrong" | "accept" | "notebook";
  exercise: "zeros" | "random" | "he";
  kind: string;
  ts: string;
  expect: { public_3_2_1: string };
}

const file = new URL("../reference/mistakes.json", import.meta.url);
const answers = (JSON.parse(readFileSync(file, "utf8")).entries as Answer[]).filter(({ ts }) => ts);

function check({ exercise, ts }: Answer): string {
  const name = `initialize_parameters_${exercise}` as const;
  const target = runAnswer(ts, name);
  return consoleOutput(() => {
    try {
      public_tests[`${name}_test`](target);
    } catch (error) {
      if (!(error instanceof public_tests.AssertionError)) throw error;
      console.log(error.message);
    }
  }).output;
}

const wrong = answers.filter((answer) => answer.verdict === "wrong" && answer.expect.public_3_2_1 !== "ok");
const right = answers.filter((answer) => answer.verdict === "accept");
const unnoticed = answers.filter(
  (answer) => answer.verdict === "wrong" && answer.expect.public_3_2_1 === "ok",
);

describe("what the public checkers say of real answers", () => {
  test.each(wrong)("$id ($kind) is judged wrong", (answer) => {
    expect(check(answer)).toContain(`initialize_parameters_${answer.exercise}: `);
    expect(check(answer)).not.toContain("All tests passed.");
  });

  test.each(right)("$id ($kind) is judged right", (answer) => {
    expect(check(answer)).toBe("\u001b[92mAll tests passed.\u001b[0m");
  });

  test.each(unnoticed)("$id ($kind) fits the public sizes, so only hidden tests can find it", (answer) => {
    expect(check(answer)).toContain("All tests passed.");
  });
});

test("the answers come from every exercise, right and wrong", () => {
  for (const exercise of ["zeros", "random", "he"]) {
    expect(wrong.filter((answer) => answer.exercise === exercise).length).toBeGreaterThan(10);
    expect(right.filter((answer) => answer.exercise === exercise).length).toBeGreaterThan(5);
  }
});
