import { AssertionError, failed, passed, report } from "public_tests";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../support/answers/checkerOutcome.js";

const rows = (count: number) => Array.from({ length: count }, (_, i) => `[${i}]`).join("\n");

describe("report", () => {
  test("throws what says the category of the first failed check, and the hint", () => {
    const checks = [passed("the type of W1"), failed("the shape of W1", "(1, 2)", "(2, 1)", "shape")];
    const { error } = outcomeOf(() =>
      report("f", [...checks, failed("x", "1", "2")], { hint: "Swap them." }),
    );
    expect(error).toMatchObject({ category: "shape", hint: "Swap them." });
    expect(outcomeOf(() => report("f", [failed("x", "1", "2")])).error).toMatchObject({ category: "other" });
  });

  test("fails when nothing was checked, because passing needs evidence", () => {
    expect(outcomeOf(() => report("f", [])).error).toBeInstanceOf(AssertionError);
  });

  test("prints notes beneath the green line", () => {
    const { output, error } = outcomeOf(() => report("f", [passed("a")], { notes: ["One.", "Two."] }));
    expect(output).toBe("All tests passed.\nNote: One.\nNote: Two.");
    expect(error).toBeUndefined();
  });

  test("shows the hint first and keeps the rows of arrays under each other", () => {
    const checks = [passed("a"), failed("the values of W1", rows(2), "[7]")];
    const { output, error } = outcomeOf(() => report("f", checks, { hint: "Look there.", notes: ["No."] }));
    expect(output).toBe(
      "f: 1 passed, 1 failed.\nHint: Look there.\nThe values of W1\n  expected: [0]\n            [1]\n  seen:     [7]",
    );
    expect((error as Error).message).toBe("f: 1 passed, 1 failed. Not as expected: the values of W1.");
  });

  test("names the failed checks that would not fit on the screen", () => {
    const checks = ["a", "b", "c", "d"].map((name) => failed(name, "1", "2"));
    const { output, error } = outcomeOf(() => report("f", checks));
    expect(output.split("\n")).toHaveLength(1 + 3 * 3 + 1);
    expect(output).toMatch(/\nNot as expected either: d\.$/);
    expect((error as Error).message).toBe("f: 0 passed, 4 failed. Not as expected: a, b, c, d.");
  });

  test("shows the first failed check in full, however long it is", () => {
    const { output } = outcomeOf(() => report("f", [failed("a", rows(20), rows(20)), failed("b", "1", "2")]));
    expect(output.split("\n")).toHaveLength(1 + 41 + 1);
  });
});
