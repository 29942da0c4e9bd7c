import { expect, test } from "vitest";
import { summarize } from "../../../setup/testing/summarize.mjs";

const lint = { title: "lint", seconds: 1.24, passed: 1, failed: 0, skipped: 0 };

test("summarize ends with the totals of all stages", () => {
  const tests = { title: "tests", seconds: 61.5, passed: 40, failed: 2, skipped: 3 };
  expect(summarize([lint, tests])).toEqual({
    table: ["✓ lint      1.2 s  1 passed, 0 failed", "✗ tests    61.5 s  40 passed, 2 failed, 3 skipped"],
    total: "41 passed, 2 failed, 3 skipped",
    failed: 2,
  });
});

test("summarize names skipped tests only when there are some", () => {
  expect(summarize([lint]).total).toBe("1 passed, 0 failed");
});
