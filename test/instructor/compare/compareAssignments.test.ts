import { describe, expect, it } from "vitest";
import { loadCompiler } from "../../../dist/kernel/language/loadCompiler.js";
import { compareAssignments } from "../../../src/instructor/compare/compareAssignments.js";
import { signaturesOf } from "../../../src/instructor/compare/signaturesOf.js";
import { type Cell, type Metadata, type Notebook, nbgraderOf } from "../../../src/notebook/index.js";
import { code, markdown, notebook, role } from "../../notebook/notebooks.js";

const { ts } = loadCompiler();
const compare = (old: Notebook, now: Notebook) =>
  compareAssignments(old, now, (source) => signaturesOf(ts, source)).map(
    ({ kind, effect, cell, cellName, message }) => ({ kind, effect, cell, cellName, message }),
  );

const old = notebook(
  markdown("# Trees"),
  code("const scale = 2;", role("given", ["locked"])),
  code("function grow(h: number): number { return h; }", role("grow", ["solution"])),
  code("grow(1);", role("grow_test", ["grade", "locked"], 10)),
  markdown("Why?", role("why", ["solution", "grade"], 5)),
  code("train();", { ...role("train", ["locked"]), tags: ["skip-grading"] }),
);

/** The old notebook with one cell changed; without a version of its own. */
function changed(name: string, change: (cell: Cell) => Cell): Notebook {
  return {
    ...old,
    cells: old.cells.map((cell) => (nbgraderOf(cell)?.grade_id === name ? change(cell) : cell)),
  };
}
const withSource = (name: string, source: string) => changed(name, (cell) => ({ ...cell, source }));
const withMetadata = (name: string, metadata: Metadata) => changed(name, (cell) => ({ ...cell, metadata }));
/** The first change of all says whose version counts. */
const apart = (now: Notebook) => compare(old, now).filter(({ kind }) => kind !== "version");

describe("compareAssignments", () => {
  it("tells nothing of texts, solutions, cells without a role, outputs and what stands around a signature", () => {
    const cells = [markdown("# Other"), ...old.cells.slice(1), { ...code("plain();"), id: "more" }];
    expect(compare(old, { ...old, cells })).toEqual([]);
    const solution = "function grow(\n  h: number, // metres\n): number {\n  return 2 * h;\n}";
    expect(apart(withSource("grow", solution.replace(",", "")))).toEqual([]);
  });

  it("tells first that submissions of the same version are graded with the new notebook", () => {
    const [first] = compare(old, withSource("grow_test", "grow(2);"));
    expect(first).toMatchObject({ kind: "version", effect: "points" });
    expect(first?.message).toContain("the version is still 1, so what was handed in is graded with the new");
  });

  it.each([
    ["version", { name: "Test", version: "2" }, "submissions of version 1 are refused"],
    ["name", { name: "Forest", version: "1" }, "submissions of that name are refused as wrong_assignment"],
  ])("tells that another %s refuses what was handed in", (kind, initlab, message) => {
    const changes = compare(old, { ...old, metadata: { initlab } });
    expect(changes).toEqual([expect.objectContaining({ kind, effect: "lost", cell: undefined })]);
    expect(changes[0]?.message).toContain(message);
  });

  it.each([
    [
      "points that moved",
      withMetadata("grow_test", role("grow_test", ["grade", "locked"], 15)),
      [
        { kind: "total", effect: "points", message: "there were 15 points in all, and there are 20" },
        {
          kind: "points",
          effect: "points",
          cell: 3,
          cellName: "grow_test",
          message: "it was worth 10 points and is worth 15",
        },
      ],
    ],
    [
      "a cell with another name",
      withMetadata("grow", role("plant", ["solution"])),
      [
        {
          kind: "renamed",
          effect: "lost",
          cell: 2,
          cellName: "plant",
          message: expect.stringContaining('was "grow"'),
        },
      ],
    ],
    [
      "an answer that is given now",
      withMetadata("grow", role("grow", ["locked"])),
      [
        {
          kind: "role",
          effect: "lost",
          cell: 2,
          cellName: "grow",
          message: expect.stringContaining("and is given; what students wrote there no longer counts"),
        },
      ],
    ],
    [
      "a signature that takes more",
      withSource("grow", "function grow(h: number, w: number): number { return h; }"),
      [
        {
          kind: "signature",
          effect: "lost",
          cell: 2,
          cellName: "grow",
          message:
            "grow(h: number): number has become grow(h: number, w: number): number: answers written for the old one may not fit",
        },
      ],
    ],
    [
      "a function that is called otherwise",
      withSource("grow", "const plant = (h: number) => h;"),
      [
        {
          kind: "signature",
          effect: "lost",
          cell: 2,
          cellName: "grow",
          message: expect.stringContaining("it defined grow(h: number): number, which is gone"),
        },
        {
          kind: "signature",
          effect: "lost",
          cell: 2,
          cellName: "grow",
          message: expect.stringContaining("it defines plant, too"),
        },
      ],
    ],
    [
      "tests that are others",
      withSource("grow_test", "grow(2);"),
      [
        {
          kind: "tests",
          effect: "points",
          cell: 3,
          cellName: "grow_test",
          message: expect.stringContaining("tests are others"),
        },
      ],
    ],
    [
      "given code that is another",
      withSource("given", "const scale = 3;"),
      [
        {
          kind: "given",
          effect: "points",
          cell: 1,
          cellName: "given",
          message: expect.stringContaining("replaced in every submission"),
        },
      ],
    ],
    [
      "training that is run now",
      withMetadata("train", role("train", ["locked"])),
      [{ kind: "skipped", effect: "points", cell: 5, cellName: "train", message: "the grader runs it now" }],
    ],
    [
      "an exercise that is gone",
      { ...old, cells: old.cells.filter(({ source }) => !source.includes("grow")) },
      [
        { kind: "total", effect: "points", message: "there were 15 points in all, and there are 5" },
        {
          kind: "removed",
          effect: "points",
          cell: 2,
          cellName: "grow",
          message: expect.stringContaining("cells of their own"),
        },
        {
          kind: "removed",
          effect: "points",
          cell: 3,
          cellName: "grow_test",
          message: "it is gone (tests), with its 10 points",
        },
      ],
    ],
    [
      "an exercise that is new",
      {
        ...old,
        cells: [
          ...old.cells,
          { ...code("const cut = () => 1;", role("cut", ["solution"])), id: "n1" },
          { ...code("cut();", role("cut_test", ["grade", "locked"], 10)), id: "n2" },
        ],
      },
      [
        { kind: "total", effect: "points", message: "there were 15 points in all, and there are 25" },
        {
          kind: "added",
          effect: "lost",
          cell: 6,
          cellName: "cut",
          message: expect.stringContaining("what was handed in has nothing for it"),
        },
        {
          kind: "added",
          effect: "points",
          cell: 7,
          cellName: "cut_test",
          message: "it is new, tests and worth 10 points",
        },
      ],
    ],
    [
      "tests in another place",
      { ...old, cells: [0, 2, 1, 3, 4, 5].map((index) => old.cells[index]!) },
      [
        {
          kind: "order",
          effect: "points",
          cell: 2,
          cellName: "given",
          message: expect.stringContaining("stands elsewhere"),
        },
      ],
    ],
  ])("tells of %s", (_, now, expected) => {
    expect(apart(now)).toEqual(
      expected.map((change) => ({ cell: undefined, cellName: undefined, ...change })),
    );
  });

  it("tells of packages that may no longer be imported", () => {
    const importing = (...imports: string[]): Notebook => ({
      ...old,
      metadata: { initlab: { name: "Test", version: "1", imports } },
    });
    expect(compare(importing("a", "b"), importing("a"))).toContainEqual(
      expect.objectContaining({
        kind: "imports",
        effect: "lost",
        message: expect.stringContaining("import b:"),
      }),
    );
  });
});

describe("signaturesOf", () => {
  it("reads functions, arrows, annotated constants and classes, and nothing else", () => {
    const source = `import a from "a"; const b = 1; function f(x = 1, ...y: number[]) {}
const g = async (z: string): Promise<void> => {}; const h: (i: number) => void = (i) => {};
class C { constructor(private readonly n: number) {} } class D {}`;
    expect([...signaturesOf(ts, source)]).toEqual([
      ["f", "(x = 1, ...y: number[])"],
      ["g", "(z: string): Promise<void>"],
      ["h", "(i: number) => void"],
      ["C", "(private readonly n: number)"],
      ["D", "()"],
    ]);
  });
});
