import { describe, expect, test } from "vitest";
import { decodeMappings } from "../../src/cells/erase/decodeMappings.ts";
import { originalPosition } from "../../src/cells/index.ts";
import { runCells } from "./support/runCells.js";

/** Marks in the cell where each frame should be: `«1»` before the innermost one's call, and so on. */
async function framesOf(marked: string): Promise<{ found: string[]; expected: string[] }> {
  const cell = marked.replaceAll(/«\d»/g, "");
  const expected = [...marked.matchAll(/«(\d)»/g)]
    .map((mark) => {
      const before = marked.slice(0, mark.index).replaceAll(/«\d»/g, "").split("\n");
      return { order: Number(mark[1]), place: `cell1.ts:${before.length}:${before.at(-1)!.length + 1}` };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ place }) => place);
  const [outcome] = await runCells([cell]);
  return { found: [...(outcome?.places ?? [])], expected };
}

const cells = {
  "after a declaration on the first line": "const a: number = 1; throw «1»new Error('x')",
  "in a function with types":
    "function f<T>(x: T): never {\n  const y: T = x; throw «1»new Error('x')\n}\n«2»f(1)",
  "after an import on the first line": 'import { join } from "node:path"; throw «1»new Error(join("a"))',
  "after an import over several lines":
    'import {\n  join,\n  sep,\n} from "node:path";\n  throw «1»new Error(join("a"))',
  "in a class": "class A<T> {\n  static go(x: string): void { throw «1»new Error(x) }\n}\n  A.«2»go('x')",
  "in a class on the first line": "class A { go() { throw «1»new Error('x') } }\nnew A().«2»go()",
  "in a class that names itself":
    "const o = 1\nclass A {\n  static one = new A(); constructor() { throw «1»new Error('x') } }".replace(
      "new A()",
      "«2»new A()",
    ),
  "after an await on the first line": "const a = await 1; throw «1»new Error('x')",
  "in the value of a cell that waits": "await null\n  // a comment\n  null.«1»x",
  "in the value of a cell that waits, on one line": "const n: any = await null; n.«1»x",
  "in a function of a cell that waits":
    "await null; function f(x: number) { throw «1»new Error('x') }\n«2»f(1)",
  "in a shadowing function": "function fetch(x: number) { throw «1»new Error('x') }\nfetch.«2»call(1)",
  "after a let without a value": "let a: number; let b; throw «1»new Error('x')",
  "after a transpiled enum": "enum E { A,\n B }\nfunction f(e: E) {\n  throw «1»new Error('x')\n}\n«2»f(E.A)",
  "in a cell that waits, after a transpiled class":
    "class P {\n  constructor(private x: number) {}\n  go(): void { throw «1»new Error('x') }\n}\nawait 0\nnew P(1).«2»go()",
};

describe("toScript keeps lines and columns of errors", () => {
  test.each(Object.entries(cells))("%s", async (_, marked) => {
    const { found, expected } = await framesOf(marked);
    expect(expected.length).toBeGreaterThan(0);
    // Frames of static blocks and the cell itself may follow.
    expect(found.slice(0, expected.length)).toEqual(expected);
  });
});

test("originalPosition finds the segment that a column is in, and passes other lines through", () => {
  const script = {
    positions: {
      1: [
        [0, 4, 2],
        [10, 5, 0],
      ],
    },
  } as const;
  expect(originalPosition(script, { line: 2, column: 4 })).toEqual({ line: 5, column: 6 });
  expect(originalPosition(script, { line: 2, column: 11 })).toEqual({ line: 6, column: 1 });
  expect(originalPosition(script, { line: 1, column: 4 })).toEqual({ line: 1, column: 4 });
});

test("decodeMappings reads the base64 numbers of a source map", () => {
  // A is 0, C is 1, D is -1, gB is 16: [scriptColumn, source, line, column], each relative to the one before.
  expect(decodeMappings("AAAA,gBACC;;ACDD")).toEqual({
    0: [
      [0, 0, 0],
      [16, 1, 1],
    ],
    1: [[0, 1, 1]],
    2: [[0, 0, 0]],
  });
});
