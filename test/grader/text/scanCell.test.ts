import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanCell } from "../../../src/grader/text/scanCell.js";
import { answers } from "../../support/answers/mistakes.js";
import { assignment } from "../fixtures/course.js";

function defines(source: string): string[] {
  return [...scanCell(source).defines];
}

describe("scanCell", () => {
  it("finds the functions that the compiler finds in the assignment's cells", () => {
    for (const { cellType, source, released, defines: names, role } of assignment.cells) {
      if (cellType !== "code" || (role !== "solution" && role !== "given")) continue;
      // Of a pattern (const [a, b] = …) it finds nothing: no exercise asks for one.
      const expected = names.filter((name) => !name.includes("_X") && !name.includes("_Y"));
      expect(defines(source)).toEqual(expected.slice(0, defines(source).length));
      if (role === "solution") expect(defines(released)).toEqual(names);
    }
  });

  it.each(answers.filter(({ id }) => id !== "z-renamed"))(
    "finds the exercise's function in the answer $id",
    ({ exercise, ts }) => {
      expect(defines(ts)).toContain(`initialize_parameters_${exercise}`);
    },
  );

  it.each([
    ["function f() {}", ["f"]],
    ["async function* f() {}\nexport function g() {}", ["f", "g"]],
    ["export default async function f() {}", ["f"]],
    ["const f = (x: number): number => { const y = x; return y; };", ["f"]],
    ["let a = 1, b = 2;\nvar c;\nclass D {}\nconst enum E {}", ["a", "c", "D", "E"]],
    ["f = function () {};\n  g = () => 1; h == 2; k => 3; m >= 1", ["f", "g"]],
    ["x.y = 1; if (a) { b = 1; } f(c = 1)", []],
    ["// function f() {}\n/* function g() {} */ const s = 'function h() {}';", ["s"]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the cell has the template
    ["const t = `a ${b(`}${1}`)} function f() {}`; function g() {}", ["t", "g"]],
    ["const r = /[/`({]\\/`/g; function f() {}", ["r", "f"]],
    ["const d = a / b; const e = c / d; function f() {}", ["d", "e", "f"]],
    ["const s = 'it\\'s'; function f() {}", ["s", "f"]],
    ["const s = 'never closed\nfunction f() {}", ["s", "f"]],
    ["function ünï$_1() {}", ["ünï$_1"]],
    ["", []],
  ])("finds in %j what it declares", (source, names) => {
    expect(defines(source)).toEqual(names);
  });

  it.each([
    ["function f() {", true, false],
    ["return 1;\n}", false, true],
    ["function f() {}", false, false],
    ["/* ", true, false],
    ["`${a", true, false],
    ["`", true, false],
    ["const a = '(';", false, false],
  ])("sees whether %j is complete", (source, isOpen, closesMore) => {
    expect(scanCell(source)).toMatchObject({ isOpen, closesMore });
  });

  it("takes time that grows with the length alone, whatever the text", () => {
    const length = 2 ** 20;
    const worst = [
      "/",
      "(/[",
      "`${",
      "'\\",
      "`\\a",
      " ",
      "//",
      "/*",
      "{",
      "a=",
      "\\",
      "function ",
      "(/a",
      "\n/[a",
    ];
    for (const piece of worst) {
      const started = performance.now();
      scanCell(piece.repeat(length / piece.length));
      expect(performance.now() - started, piece).toBeLessThan(3000);
    }
  });

  it("bears any text", () => {
    const marks = fc.constantFrom(
      ..."(){}[]`'\"/\\*=$;\n ",
      "function f",
      "const a",
      "//",
      "${",
      "é",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (pieces) => {
        const { isOpen, closesMore } = scanCell(pieces.join(""));
        expect([typeof isOpen, typeof closesMore]).toEqual(["boolean", "boolean"]);
      }),
      { seed: 8, numRuns: 3000 },
    );
  });
});
