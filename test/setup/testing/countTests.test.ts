import { describe, expect, test } from "vitest";
import { countTests } from "../../../setup/testing/countTests.mjs";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (...testResults: object[]) => JSON.stringify({ testResults });

describe("countTests", () => {
  test("countTests counts each test once, over all files", () => {
    const text = report(
      file("passed", "passed", "passed", "skipped"),
      file("failed", "failed", "passed", "todo", "pending"),
    );
    expect(countTests(text, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  test("countTests counts a file that could not be loaded as a failure", () => {
    expect(countTests(report(file("passed", "passed"), file("failed")), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  test("countTests counts a run that failed outside of all tests as a failure", () => {
    expect(countTests(report(file("passed", "passed")), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test.each([null, "", "{ half"])("countTests counts a run whose report is %j as a failure", (text) => {
    expect(countTests(text, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
