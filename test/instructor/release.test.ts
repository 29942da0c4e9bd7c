import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { release } from "../../src/instructor/release.js";
import { codeStub, textStub } from "../../src/instructor/stubs.js";
import {
  type Cell,
  checksum,
  nbgraderOf,
  parseNotebook,
  serializeNotebook,
} from "../../src/notebook/index.js";
import { code, markdown, notebook, role } from "../notebook/notebooks.js";

const reference = (name: string) =>
  readFileSync(new URL(`../reference/notebooks/${name}`, import.meta.url), "utf8");

const answer = role("answer", ["solution"]);
const tests = role("answer_test", ["grade", "locked"], 10);

function releaseCell(cell: Cell): Cell {
  return release(notebook(cell)).cells[0]!;
}

describe("release", () => {
  it("makes of a notebook with cells of every role, byte for byte, what nbgrader makes of it", () => {
    const released = release(parseNotebook(reference("instructor.ipynb")));
    expect(serializeNotebook(released)).toBe(reference("released.ipynb"));
  });

  it("gives the same bytes when repeated, and changes nothing in place", () => {
    const source = parseNotebook(reference("instructor.ipynb"));
    const before = serializeNotebook(source);
    const once = serializeNotebook(release(source));
    expect(serializeNotebook(release(source))).toBe(once);
    expect(serializeNotebook(source)).toBe(before);
  });

  it("puts the stub where the solution stood, indented as the marker was", () => {
    const source = "{\n    // BEGIN SOLUTION\n  secret();\n// END SOLUTION\n}";
    expect(releaseCell(code(source, answer)).source).toBe(`{\n    ${codeStub}\n}`);
  });

  it("replaces all of an answer cell that has no markers", () => {
    expect(releaseCell(code("secret();", answer)).source).toBe(codeStub);
    expect(releaseCell(markdown("Secret.", role("why", ["solution", "grade"], 1))).source).toBe(textStub);
  });

  it("takes hidden tests out of test cells, markers included", () => {
    const source = "open();\n// BEGIN HIDDEN TESTS\nsecret();\n// END HIDDEN TESTS\nrest();";
    expect(releaseCell(code(source, tests)).source).toBe("open();\nrest();");
  });

  it("takes out outputs, counts and what tools noted, and keeps everything else", () => {
    const metadata = {
      tags: ["kept"],
      scrolled: true,
      collapsed: true,
      execution: {},
      papermill: {},
      initlab: {},
    };
    const output = { output_type: "stream", name: "stdout", text: "x" };
    const ran = { ...code("1;", metadata), execution_count: 3, outputs: [output], unknown: [1] };
    const cell = releaseCell(ran);
    expect(cell).toEqual({ ...code("1;", { tags: ["kept"] }), id: "cell-0", unknown: [1] });
  });

  it("keeps students from deleting what counts and from editing what is given", () => {
    const flags = (cell: Cell) => {
      const { deletable, editable } = releaseCell(cell).metadata;
      return [deletable, editable];
    };
    expect(flags(code("", answer))).toEqual([false, undefined]);
    expect(flags(code("", tests))).toEqual([false, false]);
    expect(flags(code("", role("given", ["locked"])))).toEqual([false, false]);
    expect(flags(code(""))).toEqual([undefined, undefined]);
  });

  it("notes the checksum of the source that is handed out", () => {
    const cell = releaseCell(code("// BEGIN SOLUTION\nsecret();\n// END SOLUTION", answer));
    expect(nbgraderOf(cell)).toMatchObject({ checksum: checksum(cell), cell_type: "code" });
  });

  it("says the assignment's name and version, and nothing else that was under initlab", () => {
    const source = notebook(code("1;"));
    const metadata = { other: 1, initlab: { name: "Trees", version: "2.1", secret: "x" } };
    expect(release({ ...source, metadata }).metadata).toEqual({
      other: 1,
      initlab: { name: "Trees", version: "2.1" },
    });
    expect(() => release({ ...source, metadata: {} })).toThrow('Add "initlab"');
  });

  it.each([
    [
      "a solution that is never closed",
      code("1;\n// BEGIN SOLUTION\n2;", answer),
      "line 2: BEGIN SOLUTION without END SOLUTION",
    ],
    [
      "an end without a beginning",
      code("1;\n// END SOLUTION", answer),
      "line 2: END SOLUTION without BEGIN SOLUTION",
    ],
    [
      "nested solutions",
      code("// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION", answer),
      "line 2: BEGIN SOLUTION inside the region that line 1 began",
    ],
    [
      "a solution in a plain cell",
      code("// BEGIN SOLUTION\n// END SOLUTION"),
      "line 1: BEGIN SOLUTION may stand in a cell for the student's answer only",
    ],
    ["a solution in a test cell", code("1;\n// END SOLUTION", tests), "line 2: END SOLUTION may stand in"],
    [
      "hidden tests in an answer",
      code("// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS\n// BEGIN SOLUTION\n// END SOLUTION", answer),
      "line 1: BEGIN HIDDEN TESTS may stand in a test cell only",
    ],
    [
      "hidden tests that are never closed",
      code("1;\n\n// BEGIN HIDDEN TESTS", tests),
      "line 3: BEGIN HIDDEN TESTS without END",
    ],
    [
      "a marker behind code",
      code("1; // BEGIN SOLUTION\n// END SOLUTION", answer),
      "line 1: BEGIN SOLUTION should stand alone on its line",
    ],
    [
      "a marker with more words",
      code("// BEGIN SOLUTION here\n// END SOLUTION", answer),
      "line 1: BEGIN SOLUTION should stand alone",
    ],
    [
      "a marker in small letters",
      code("1;\n// begin solution\n2;\n// end solution", tests),
      'line 2: "begin solution" looks like a marker',
    ],
    ["a marker with two spaces", code("// BEGIN  HIDDEN TESTS", tests), "line 1:"],
    [
      "a marker in text",
      markdown("BEGIN MARK SCHEME"),
      "line 1: BEGIN MARK SCHEME may stand in a task cell only",
    ],
    ["invalid nbgrader metadata", code("1;", role("a b", ["locked"])), "letters, digits"],
  ])("refuses %s and names cell and line", (_, cell, message) => {
    const broken = notebook(markdown("# Title"), cell);
    expect(() => release(broken)).toThrow(message);
    expect(() => release(broken)).toThrow(/^cell 2 \((?:cell-1|answer|answer_test|a b)\)/);
  });

  it("refuses cells without an id and two cells with one id", () => {
    const { id: _, ...nameless } = notebook(code("1;")).cells[0]!;
    expect(() => release({ ...notebook(), cells: [nameless as Cell] })).toThrow("cell 1: it has no id");
    const twice = notebook({ ...code("1;"), id: "same" }, { ...code("2;"), id: "same" });
    expect(() => release(twice)).toThrow('cell 2 (same): another cell has the id "same" too');
  });
});
