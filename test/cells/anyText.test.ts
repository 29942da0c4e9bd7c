import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toJavaScript } from "../../src/cells/erase/toJavaScript.ts";
import {
  CellError,
  isComplete,
  originalPosition,
  type Script,
  toCodePoints,
  toCodeUnits,
  toScript,
} from "../../src/cells/index.ts";
import { parseCell } from "../../src/cells/source/parseCell.ts";
import { compiler } from "./support/compiler.js";

const globals = new Set(["process", "fetch"]);
const lines = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029]/).length;

/** Text that looks like code: pieces of TypeScript in any order. */
const pieces = [
  "const ",
  "let ",
  "var ",
  "a",
  "b",
  "process",
  "fetch",
  "{ a }",
  "[b]",
  " = ",
  "1",
  "'s'",
  "`t${",
  "}`",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  ";",
  "\n",
  "\r\n",
  ", ",
  ": number",
  " as any",
  "<T>",
  "function ",
  "class ",
  "A ",
  "static ",
  "await ",
  "for (",
  " of ",
  "if (a) ",
  "else ",
  "export ",
  "default ",
  "import ",
  "from 'm'",
  "* as n",
  "type ",
  "interface I {}",
  "enum E { A }",
  "namespace N {}",
  "=> ",
  "async ",
  "return ",
  "// c\n",
  "/* c\n */",
  "@d ",
  "!",
  "%",
  "<",
  ">",
  "?",
  "declare ",
  "abstract ",
  "extends ",
  "import(",
  "import.meta",
  "using ",
  "private ",
  "constructor(",
  "\u2028",
  "😀",
  "#x",
  "new ",
  "this",
  "throw ",
  "try {} finally ",
  "switch (a) { case 1: ",
  "label: ",
  "satisfies T",
  "get ",
  "...",
  "yield ",
  "/",
  "\\u0061",
];
const code = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(""));
const anyText = fc.oneof(code, fc.string({ unit: "binary" }), fc.string());

function attempt(text: string): Script | CellError {
  try {
    return toScript(compiler, text, { globals });
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

describe("whatever the text", () => {
  test("toScript gives scripts or a CellError, and keeps the lines of what it does not transpile", () => {
    let scripts = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const result = attempt(text);
        if (result instanceof CellError) {
          expect(result.diagnostics.length).toBeGreaterThan(0);
          for (const { start, length, line, column } of result.diagnostics) {
            expect(start + length).toBeLessThanOrEqual(text.length);
            expect(line).toBeLessThanOrEqual(lines(text));
            expect(column).toBeGreaterThan(0);
          }
          return;
        }
        scripts++;
        const main = result.parts.at(-1)!;
        const blanked = toJavaScript(compiler, parseCell(compiler, text)).positions === undefined;
        if (blanked) expect(lines(main.text)).toBe(lines(text) + (result.isAsync ? 1 : 0));
        expect(main.columnOffset).toBeLessThanOrEqual(0);
        expect(originalPosition(result, { line: 1, column: 1 }).line).toBeLessThanOrEqual(lines(text));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 3000, seed: 5 },
    );
    expect(scripts).toBeGreaterThan(300);
  });

  test("toScript makes scripts that V8 can read of valid cells", () => {
    // Each of these alone is a statement, so any sequence is a cell.
    const statements = [
      "const a = 1",
      "let b, c = 2",
      "var { d, e: [f] } = { d: 1, e: [2] }",
      "let [g] = [a]",
      "({ a })",
      "[b]",
      "(c)",
      "`t`",
      "+a",
      "-b",
      "function f1() {}",
      "function fetch() {}",
      "class A extends Object {}",
      "class B { static x = B }",
      "await null",
      "if (a) var { h } = b\nelse var i",
      "for (var [j] of [[1]]) {}",
      "for (var k = 0, l; k < 1; k++);",
      "import m from 'm'",
      "import * as n from 'n'",
      "import {} from 'o'",
      "export { a }",
      "export default { a }",
      "export default class {}",
      "export * from 'p'",
      "const process = 1",
      "var { process: fetch } = a as any",
      "type T = 1",
      "interface I {}",
      "const q = a as T",
      "a satisfies any",
      "declare const r: number",
      "function s(): void\nfunction s() {}",
      "const t = async <T,>(x: T): Promise<T> => x",
      "enum E { A }",
      "u: for (;;) break u",
      "abstract class V { abstract w: 1 }",
      "try { var x1 = 1 } catch {}",
      "a!",
      "export function y() {}",
      "export const z = 1 as const",
      "do var aa = 1; while (0)",
    ];
    const cells = fc.array(
      fc.tuple(fc.constantFrom(...statements), fc.constantFrom("\n", ";", ";\n", " // c\n")),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(cells, (parts) => {
        // Two defaults, or one name declared by two kinds, are errors of their own.
        const chosen = parts.filter(([one], index) => parts.findIndex(([other]) => other === one) === index);
        const result = attempt(chosen.map(([statement, end]) => statement + end).join(""));
        if (result instanceof CellError) throw result;
        for (const { text } of result.parts)
          new Function(result.isAsync ? `return ${text.replace(/^var [^;]*;/, "")}` : text);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test("isComplete answers", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(["complete", "incomplete", "invalid"]).toContain(isComplete(compiler, text).status);
      }),
      { numRuns: 1000, seed: 6 },
    );
  });
});

describe("code points", () => {
  test("toCodeUnits counts an emoji as one step, and toCodePoints leads back", () => {
    expect(toCodeUnits("🙂🙂a", 2)).toBe(4);
    expect(toCodePoints("🙂🙂a", 4)).toBe(2);
    expect(toCodeUnits("abc", 99)).toBe(3);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(50), (text, points) => {
        const inside = Math.min(points, [...text].length);
        expect(toCodeUnits(text, inside)).toBe([...text].slice(0, inside).join("").length);
        expect(toCodePoints(text, toCodeUnits(text, inside))).toBe(inside);
      }),
    );
  });
});
