import { expect, test } from "vitest";
import { isUntouched } from "../../../src/grader/text/sameText.ts";

const released = "function f() {\n  // Write it here.\n}";

test("isUntouched looks past comments and blank space", () => {
  expect(isUntouched("function f() { // mine\n\n  // TODO\n}", released)).toBe(true);
  expect(isUntouched("function f() {\n  return 1; // mine\n}", released)).toBe(false);
});

test("isUntouched sees code behind a comment that one of JavaScript's other ends of lines has ended", () => {
  for (const end of ["\r", "\u2028", "\u2029"]) {
    expect(isUntouched(`function f() {\n  // Write it here.${end} return 1;\n}`, released)).toBe(false);
  }
});

test("isUntouched is done at once with a line that is full of comments", () => {
  const hostile = `${" //".repeat(300_000)}\u2028`;
  const started = performance.now();
  isUntouched(hostile, released);
  expect(performance.now() - started).toBeLessThan(5000);
});
