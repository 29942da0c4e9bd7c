import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { parseTable, readTable, shownText, tableText } from "../../../src/grader/csv/index.ts";

const folder = mkdtempSync(join(tmpdir(), "initlab-csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

function rowsOf(text: string): unknown[] {
  return parseTable(text, "t.csv").rows.map(({ number, cells }) => [number, Object.fromEntries(cells)]);
}

describe("parseTable", () => {
  test("parseTable takes commas, semicolons and tabs, a mark at the beginning, and either end of lines", () => {
    const expected = [[2, { student: "ana", points: "1" }]];
    expect(rowsOf("student,points\nana,1\n")).toEqual(expected);
    expect(rowsOf("\ufeffstudent;points\r\nana;1\r\n")).toEqual(expected);
    expect(rowsOf("student\tpoints\rana\t1")).toEqual(expected);
  });

  test("parseTable counts rows as a spreadsheet does: empty ones and those with several lines are one each", () => {
    expect(rowsOf('a,b\n\n"x\ny",2\n,\nz')).toEqual([
      [3, { a: "x\ny", b: "2" }],
      [5, { a: "z", b: "" }],
    ]);
  });

  test("parseTable keeps the first of columns with the same name, and names that objects have", () => {
    expect([...(parseTable("a,__proto__,a\n1,2,3", "t.csv").rows[0]?.cells ?? [])].sort()).toEqual([
      ["__proto__", "2"],
      ["a", "1"],
    ]);
  });

  test.each([
    ["", "t.csv, row 1: expected the columns' names, got nothing."],
    [",,\n1,2,3", "t.csv, row 1: expected the columns' names, got nothing."],
    ["a,b\n1,2\n1,2,3", "t.csv, row 3: expected 2 cells, as in row 1, got 3. Put text with commas between"],
    ['a,b\n"1,2\n', "t.csv is no CSV file: "],
    ['a,b\n"1"x,2\n', "t.csv is no CSV file: "],
  ])("parseTable says of %j what is wrong", (text, message) => {
    expect(() => parseTable(text, "t.csv")).toThrow(message);
  });
});

describe("readTable", () => {
  test("readTable reads UTF-8, and UTF-16 as spreadsheets write it", async () => {
    const text = "student\tname\nana\tAna Müller 李\n";
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      writeFileSync(join(folder, "t.csv"), bytes);
      const { columns, rows } = await readTable(join(folder, "t.csv"));
      expect([columns, rows[0]?.cells.get("name")]).toEqual([["student", "name"], "Ana Müller 李"]);
    }
  });

  test("readTable refuses other encodings, where names would be spoilt, and files that are not there", async () => {
    writeFileSync(join(folder, "latin.csv"), Buffer.from("name\nMüller\n", "latin1"));
    await expect(readTable(join(folder, "latin.csv"))).rejects.toThrow(
      'is not UTF-8. Save it as "CSV UTF-8"',
    );
    await expect(readTable(join(folder, "none.csv"))).rejects.toThrow(
      "none.csv cannot be read: there is no such file or folder.",
    );
  });
});

describe("shownText", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["  =1", "'  =1"],
    ["-7.5", "-7.5"],
    ["+49", "+49"],
    ["-", "-"],
    ["ana", "ana"],
    ["a=b", "a=b"],
    ["\t=1", "\\u{9}=1"],
    ["red\u001b[31m", "red\\u{1b}[31m"],
  ])("shownText shows %j as %j", (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  test("shownText never gives what a spreadsheet would compute, and stays as it is when shown again", () => {
    const unit = fc.constantFrom(..."=+-@＝＋－＠ \t\r\n'\"12.,;aé\u001b\u202e\u{1f600}\ud800");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const shown = shownText(text);
        expect(shown).not.toMatch(/^\s*[=@＝＋－＠].|^\s*[+-](?!\d+(?:\.\d+)?$).|[\p{Cc}\p{Cs}]/u);
        expect(shownText(shown)).toBe(shown);
      }),
    );
  });
});

describe("tableText", () => {
  test("tableText gives texts and numbers that parseTable reads back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.double({ noNaN: true }))), (rows) => {
        const read = parseTable(tableText(["text", "number"], rows), "t.csv").rows;
        expect(read.map(({ cells }) => [cells.get("text"), Number(cells.get("number"))])).toEqual(
          rows.map(([text, number]) => [shownText(text).trim(), number === 0 ? 0 : number]),
        );
      }),
    );
  });

  test("tableText leaves numbers below 0 numbers", () => {
    expect(
      tableText(
        ["a", "b"],
        [
          [-1.5, "-1.5"],
          ["=1", undefined],
        ],
      ),
    ).toBe("a,b\n-1.5,-1.5\n'=1,\n");
  });
});
