import { describe, expect, test } from "vitest";
import { fitResults, resultsSchema, serializeResults } from "../../../src/grader/results/index.js";
import { results, tests } from "../feedback/sampleGrade.js";

const wild = "\u202e".repeat(60_000);
const lines = "const a = 1;\n".repeat(20_000);

describe("fitResults", () => {
  test("fitResults leaves what is short as it is", () => {
    expect(fitResults(results)).toEqual(results);
  });

  test.each([
    ["long", lines],
    ["of characters that take six times their room", wild],
  ])("fitResults keeps the file below 130 KB where every text is %s", (_, text) => {
    const calls = Array.from({ length: 8 }, () => ({
      call: text.slice(0, 2000),
      result: text.slice(0, 2000),
    }));
    const type_errors = Array.from({ length: 10 }, (__, line) => {
      return { cell: "double", line: line + 1, column: 1, code: 1, message: text.slice(0, 1600) };
    });
    const evidence = { calls, what: text, expected: text, seen: text, also: [text] };
    const fitted = fitResults({
      ...results,
      tests: Array.from({ length: 10 }, () => ({ ...tests[0]!, answer: text, evidence, type_errors })),
      answers: Array.from({ length: 10 }, (__, index) => ({ cell: `cell ${index}`, source: text })),
      notes: Array.from({ length: 40 }, () => text.slice(0, 2000)),
    });
    expect(serializeResults(fitted).length).toBeLessThan(130_000);
    expect(resultsSchema.parse(JSON.parse(serializeResults(fitted)))).toBeTruthy();
    expect(fitted.answers!.every(({ cut, source }) => cut && source.endsWith("…"))).toBe(true);
    expect(fitted.notes.at(-1)).toMatch(/^\d+ more notes are left out\.$/);
    expect(fitted.tests[0]!.evidence!.more_calls).toBeGreaterThan(0);
  });

  test("fitResults gives what short answers do not need to long ones", () => {
    const fitted = fitResults({
      ...results,
      answers: [
        { cell: "a", source: "x".repeat(30_000) },
        { cell: "b", source: "short" },
      ],
    });
    expect(fitted.answers).toEqual([
      { cell: "a", source: "x".repeat(30_000) },
      { cell: "b", source: "short" },
    ]);
  });

  test("fitResults cuts a source at the end of a line", () => {
    const { answers } = fitResults({ ...results, answers: [{ cell: "a", source: lines }] });
    expect(answers![0]!.source).toMatch(/^(?:const a = 1;\n)+…$/);
    expect(answers![0]!.source.length).toBeGreaterThan(20_000);
  });
});
