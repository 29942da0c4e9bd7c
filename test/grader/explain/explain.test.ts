import { stripVTControlCharacters } from "node:util";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { explain } from "../../../src/grader/explain/index.js";
import { results, sampleGrade, withEverywhere } from "../feedback/sampleGrade.js";

const text = explain(sampleGrade);
const plain = (colourful: string): string => stripVTControlCharacters(colourful);

describe("explain", () => {
  test.each([
    ["whose it is, and the points", /^Trees: Ana Doe \(ana\) +17\.5 of 50$/m],
    ["which file", /^SHA-256 {3}(?:0123456789abcdef){4}$/m],
    ["when it came", /^time +Handed in on 30 November 2026/m],
    ["what was put right", /^ {2}repaired {2}The cell half stood elsewhere\.$/m],
    ["what went wrong when it ran", /^ {2}note +Cell 9 threw an error: Error: no$/m],
    ["each test with its verdict and points", /^double_test +failed {2}0 of 10$/m],
    ["calls", /^ {2}asked +double\(3\) {2}\(2 times\)\n {2}got +W1 = \[\[0\. 0\.\]\]$/m],
    ["errors", /^ {2}asked +double\(2\)\n {2}threw +ReferenceError: twice is not defined$/m],
    ["seen and expected", /^ {2}checked {3}the result for 3\n {2}expected {2}six\n {2}seen +nothing$/m],
    ["the line, and the place in it", /^ {12}2 \| {5}return twice\(x\);\n {27}\^$/m],
    ["why there are no points", /^ {2}so +The test ran, and something was not right/m],
    ["why there are some", /so +The test ended with a number, which is its points: 2\.5 of 10\./],
    ["that a hidden test failed", /the test that\s+failed is a hidden one\./],
    ["the text that a person reads", /^ {2}answer +Because it is so\.$/m],
    ["a person's word", /^ {2}person +Dr\. Moss gave 7\.5 instead: The idea is right\.$/m],
    ["the sum", /^0 \+ 10 \+ 7\.5 \+ 0 \+ 0 = 17\.5 of 50$/m],
    ["what is to be done", /^to do +Waiting for a person's points: why\.$/m],
  ])("explain tells %s", (_, part) => {
    expect(text).toMatch(part);
  });

  test.each([40, 60, 80, 120])("explain keeps to %d columns", (width) => {
    const lines = explain(withEverywhere(sampleGrade, "word and_a_very_long_word ".repeat(5)), {
      width,
    }).split("\n");
    expect(lines.filter((line) => [...line].length > width)).toEqual([]);
  });

  test("explain lets nothing through that steers a terminal", () => {
    const hostile = explain(withEverywhere(sampleGrade, "\u001b[31m\u202e\r\u0007\u009b1m"));
    expect(hostile).not.toMatch(/[^\P{C}\n]/u);
  });

  test("explain says the same in colours", () => {
    const colours = picocolors.createColors(true);
    const colourful = explain(sampleGrade, { colours });
    expect(colourful).not.toBe(text);
    expect(plain(colourful)).toBe(text);
  });

  test("explain tells of hidden tests what it is given, and else nothing", () => {
    const hidden = new Map([
      ["hidden_test", { calls: [{ call: "half(77)", result: "3" }], message: "half(77) is 38.5" }],
    ]);
    expect(explain(sampleGrade, { hidden })).toMatch(
      /Hidden part, never shown to students:\n {2}asked +half\(77\)\n {2}got +3\n {2}said +half\(77\) is 38\.5/,
    );
    expect(text).not.toContain("Hidden part");
  });

  test("explain tells of a person's word on all of it", () => {
    const override = { student: "ana", test: "*", points: 40, who: "Dr. Moss", why: "On paper.", row: 2 };
    expect(explain({ ...sampleGrade, override })).toContain(
      "Dr. Moss gave 40 for all of it instead: On paper.",
    );
  });

  test("explain stops where nothing was graded", () => {
    const verdict = "wrong_assignment";
    const [first] = results.tests;
    const ungraded = [
      {
        grade_id: first!.grade_id,
        verdict,
        points: 0,
        max_points: 10,
        visibility: "visible",
        message: "Of another.",
      },
    ] as const;
    const grade = {
      ...sampleGrade,
      verdict,
      tests: ungraded,
      results: { ...results, verdict, tests: ungraded },
    } as const;
    expect(explain(grade)).toContain("Reading and matching\nOf another.");
    expect(explain(grade)).not.toContain("Running");
  });
});
