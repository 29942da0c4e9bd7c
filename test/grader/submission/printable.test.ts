import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "../../../src/grader/submission/index.js";

describe("printable", () => {
  it.each([
    ["plain text, ünïcödé 🙂", "plain text, ünïcödé 🙂"],
    ["a\u001b[31mb", "a\\u{1b}[31mb"],
    ["one\ntwo\ttabs\r", "one\\u{a}two\\u{9}tabs\\u{d}"],
    ["\u0085\u009b\u007f", "\\u{85}\\u{9b}\\u{7f}"],
    ["\u202eabc\u2066\u200b\ufeff", "\\u{202e}abc\\u{2066}\\u{200b}\\u{feff}"],
    ["\u2028\u2029", "\\u{2028}\\u{2029}"],
    ["\ud800x\udfff", "\\u{d800}x\\u{dfff}"],
    ["\uffff\u{e000}", "\\u{ffff}\\u{e000}"],
    ["", ""],
  ])("shows %j as %j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("cuts what is long between characters, and marks the cut", () => {
    expect(printable("abcdef", 6)).toBe("abcdef");
    expect(printable("abcdef", 5)).toBe("abcd…");
    expect(printable("🙂🙂🙂", 2)).toBe("🙂…");
    expect(printable("\0".repeat(1000), 10).length).toBeLessThan(45);
  });

  it("leaves nothing of any text that a terminal would act on", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.integer({ min: 1, max: 100 }),
        (text, length) => {
          expect(printable(text, length)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        },
      ),
      { seed: 8, numRuns: 1000 },
    );
  });
});
