import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellRole, checksum, nbgraderOf, parseNotebook, validateNbgrader } from "../../src/notebook/index.js";
import { code, markdown, notebook, role } from "./notebooks.js";

const released = parseNotebook(
  readFileSync(new URL("../reference/notebooks/released.ipynb", import.meta.url), "utf8"),
);

describe("checksum", () => {
  const marked = released.cells.filter((cell) => nbgraderOf(cell)?.checksum !== undefined);

  it.each(marked.map((cell) => [cell.id, cell] as const))(
    "of the cell %s is the one that nbgrader noted",
    (_, cell) => {
      expect(checksum(cell)).toBe(nbgraderOf(cell)?.checksum);
    },
  );

  it("is compared for cells of every role", () => {
    const roles = new Set(marked.map(cellRole));
    expect([...roles].sort()).toEqual(["manual", "read-only", "solution", "task", "tests"]);
  });

  it("changes with the source, the points and the grade_id", () => {
    const sums = [
      code("1;", role("a", ["grade"], 1)),
      code("2;", role("a", ["grade"], 1)),
      code("1;", role("a", ["grade"], 2)),
      code("1;", role("b", ["grade"], 1)),
    ].map(checksum);
    expect(new Set(sums).size).toBe(4);
  });

  it("refuses a cell without a grade_id", () => {
    expect(() => checksum(code("1;"))).toThrow(TypeError);
  });
});

describe("cellRole", () => {
  it.each([
    ["solution", code("", role("a", ["solution"]))],
    ["manual", code("", role("a", ["solution", "grade"], 1))],
    ["tests", code("", role("a", ["grade", "locked"], 1))],
    ["task", markdown("", role("a", ["task", "locked"], 1))],
    ["read-only", code("", role("a", ["locked"]))],
    ["plain", code("", role("a", []))],
    ["plain", code("")],
    ["plain", code("", { nbgrader: null })],
  ])("is %s", (expected, cell) => {
    expect(cellRole(cell)).toBe(expected);
  });
});

describe("validateNbgrader", () => {
  const meta = (changes: object) => ({
    nbgrader: { ...(role("a", ["grade"], 1).nbgrader as object), ...changes },
  });

  it("accepts what nbgrader released", () => {
    expect(() => validateNbgrader(released)).not.toThrow();
  });

  it.each([
    [
      "an older schema",
      meta({ schema_version: 2 }),
      'schema_version should be 3, but is 2: run "nbgrader update"',
    ],
    ["an unknown key", meta({ colour: "red" }), "keys that nbgrader does not know: colour"],
    ["a missing flag", meta({ solution: undefined }), "metadata nbgrader.solution is missing"],
    [
      "a flag that is text",
      meta({ grade: "yes" }),
      'nbgrader.grade should be a boolean, but is the string "yes"',
    ],
    ["a grade_id with a space", meta({ grade_id: "a b" }), "letters, digits, _ and - only"],
    ["no grade_id", meta({ grade_id: "" }), "no grade_id"],
    ["no points", meta({ points: undefined }), "no points"],
    ["negative points", meta({ points: -1 }), "nbgrader.points should not be negative"],
    ["a short checksum", meta({ checksum: "abc" }), "32 hexadecimal digits"],
    ["metadata that are a list", { nbgrader: [] }, "nbgrader should be an object"],
  ])("refuses %s and names the cell", (_, metadata, message) => {
    const broken = notebook(code("1;"), code("2;", metadata));
    expect(() => validateNbgrader(broken)).toThrow(message);
    expect(() => validateNbgrader(broken)).toThrow(/^cell 2 \(/);
  });

  it("refuses a grade_id that two cells share, and names both", () => {
    const broken = notebook(code("1;", role("a", ["locked"])), code("2;", role("a", ["locked"])));
    expect(() => validateNbgrader(broken)).toThrow('cell 2 (a): the grade_id "a" is that of cell 1 already');
  });

  it.each([
    ["a markdown test cell", markdown("", role("a", ["grade"], 1)), "cannot test anything"],
    ["a markdown solution without points", markdown("", role("a", ["solution"])), "only a person can judge"],
    ["a task in code", code("", role("a", ["task"], 1)), "a task should be a markdown cell"],
  ])("refuses %s", (_, cell, message) => {
    expect(() => validateNbgrader(notebook(cell))).toThrow(message);
  });
});
