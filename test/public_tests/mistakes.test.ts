import { AssertionError } from "public_tests";
import { describe, expect, test } from "vitest";
import { checkerOutcome } from "../support/answers/checkerOutcome.js";
import { answers, type StudentAnswer } from "../support/answers/mistakes.js";
import { runAnswer } from "../support/answers/runAnswer.js";
import { hintTable } from "./hints/hintTable.js";

const wrong = answers.filter(({ verdict }) => verdict === "wrong");
const right = answers.filter(({ verdict }) => verdict === "accept");
const check = ({ exercise, ts }: StudentAnswer) =>
  checkerOutcome(exercise, runAnswer(ts, `initialize_parameters_${exercise}`));

/** What stands under the green line for a right answer that is unusual. */
const notes: Readonly<Record<string, string>> = {
  "ok-zeros-int32":
    "Note: The values are right, but the zeros of W1, b1, W2 and b2 are int32; weights are numbers with a fraction.",
  "ok-zeros-extra-keys": "Note: The result also holds `L`, which nothing here needs.",
};

describe("what the public checkers say of real answers", () => {
  test.each(wrong)("$id ($kind) is judged wrong, with the hint that is true for it", (answer) => {
    const { error, hint, output } = check(answer);
    expect(error).toBeInstanceOf(AssertionError);
    expect((error as Error).message).toMatch(new RegExp(`^initialize_parameters_${answer.exercise}: .*$`));
    expect(hint).toBe(hintTable[answer.id]);
    expect(hint).toBeDefined();
    expect(output.split("\n").length).toBeLessThanOrEqual(12);
  });

  test.each(right)("$id ($kind) is judged right", (answer) => {
    const { error, output } = check(answer);
    expect(error).toBeUndefined();
    expect(output.split("\n")).toEqual(["All tests passed.", ...[notes[answer.id] ?? []].flat()]);
  });

  test("no hint is expected of an answer that is not there", () => {
    expect(Object.keys(hintTable).sort()).toEqual(wrong.map(({ id }) => id).sort());
  });

  test("the checkers take less than 50 ms, five times that on a busy machine", () => {
    const times = answers.map((answer) => {
      const started = performance.now();
      check(answer);
      return performance.now() - started;
    });
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    expect(median).toBeLessThan(50);
    expect(times.at(-1)).toBeLessThan(250);
  });
});

test("the answers come from every exercise, right and wrong", () => {
  for (const exercise of ["zeros", "random", "he"]) {
    expect(wrong.filter((answer) => answer.exercise === exercise).length).toBeGreaterThan(10);
    expect(right.filter((answer) => answer.exercise === exercise).length).toBeGreaterThan(5);
  }
});
