import { describe, expect, test } from "vitest";
import { toScript } from "../../../src/cells/index.js";
import type { Program, ProgramCell } from "../../../src/grader/match/index.js";
import { placeIn } from "../../../src/grader/pipeline/placeIn.js";
import { compiler } from "../../cells/support/compiler.js";

const cell = (name: string, role: ProgramCell["role"], source: string): ProgramCell => ({
  ...{ name, role, source, cellType: "code", skip: false, from: 0, answers: [], untouched: false },
});
const cells = [
  cell("model", "given", "function model() { return f(); }"),
  cell("cell 3", "extra", "function helper() {\n  throw new Error();\n}"),
  cell("answer", "solution", "function f() {\n  return helper();\n}"),
  cell("waits", "solution", "const x = await g();\nconst y = x;"),
];
const program: Program = { cells, repairs: [], notes: [] };
const scripts = cells.map(({ source }) => ({
  kind: "script" as const,
  script: toScript(compiler, source, { globals: new Set() }),
}));
const place = (stack: string): ReturnType<typeof placeIn> => placeIn(program, scripts, stack);

describe("placeIn", () => {
  test("placeIn finds the first frame in a cell of the student's", () => {
    const stack =
      "Error\n    at helper (cell:cell%203:2:9)\n    at f (cell:answer:2:10)\n    at guest:question:1:1";
    expect(place(stack)).toEqual({ cell: "cell 3", line: 2, column: 9 });
  });

  test("placeIn finds a cell by its name as it is, too", () => {
    expect(place("at helper (cell:cell 3:2:9)")).toEqual({ cell: "cell 3", line: 2, column: 9 });
  });

  test("placeIn passes over what is the assignment's or the grader's", () => {
    const stack =
      "Error\n    at ext:init_utils:1:1\n    at model (cell:model:1:3)\n    at f (cell:answer:2:10)";
    expect(place(stack)).toEqual({ cell: "answer", line: 2, column: 10 });
  });

  test("placeIn gives columns of the cell where it became a function", () => {
    const { columnOffset } = scripts[3]!.script.parts.at(-1)!;
    expect(columnOffset).toBeLessThan(0);
    expect(place(`at cell:waits:1:${17 - columnOffset}`)).toEqual({ cell: "waits", line: 1, column: 17 });
    expect(place("at cell:waits:2:11")).toEqual({ cell: "waits", line: 2, column: 11 });
  });

  test.each([
    ["no stack", ""],
    ["a cell that is not there", "at cell:other:1:1"],
    ["a line that is not there", "at cell:answer:4:1"],
    ["a line of no number", "at cell:answer:0:1"],
    ["a given cell alone", "at cell:model:1:3"],
    ["endless frames", "at cell:other:1:1\n".repeat(10_000)],
    ["a long name", `at cell:${"x".repeat(100_000)}:1:1`],
  ])("placeIn finds nothing in %s", (_, stack) => {
    expect(place(stack)).toBeUndefined();
  });

  test("placeIn leaves out a column that the line has not", () => {
    expect(place("at cell:answer:2:900")).toEqual({ cell: "answer", line: 2 });
  });
});
