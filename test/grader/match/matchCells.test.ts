import { describe, expect, it } from "vitest";
import type { Assignment } from "../../../src/grader/Assignment.js";
import { matchCells, type Program } from "../../../src/grader/match/index.js";
import type { Cell, Notebook } from "../../../src/notebook/index.js";
import { assignment, at, edit, released, replace, solved, submit } from "../fixtures/course.js";

const [zeros, random, he] = ["zeros", "random", "he"].map((name) => `initialize_parameters_${name}`) as [
  string,
  string,
  string,
];
const source = (notebook: Notebook, gradeId: string): string =>
  notebook.cells[at(notebook, gradeId)]?.source ?? "";
const extra = (text: string, more: object = {}): Cell =>
  ({ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: text, ...more }) as Cell;
const insert = (notebook: Notebook, index: number, ...cells: Cell[]): Notebook => ({
  ...notebook,
  cells: notebook.cells.toSpliced(index, 0, ...cells),
});
const takenOut = (gradeId: string): [Cell, readonly Cell[]] => {
  const index = at(solved, gradeId);
  return [solved.cells[index] as Cell, solved.cells.toSpliced(index, 1)];
};
const bare = (notebook: Notebook): Notebook => ({
  ...notebook,
  metadata: {},
  cells: notebook.cells.map(({ id, ...cell }) => ({ ...cell, metadata: {} }) as Cell),
});

async function match(notebook: Notebook, key: Assignment = assignment): Promise<Program> {
  return matchCells(await submit(notebook), key);
}

const named = (program: Program, name: string) => program.cells.find((cell) => cell.name === name);
const names = (program: Program): string[] => program.cells.map(({ name }) => name);
const told = ({ repairs }: Program): string[] =>
  repairs.map(({ kind, gradeId }) => (gradeId === undefined ? kind : `${kind} ${gradeId}`));
const plain = await match(solved);

describe("matchCells", () => {
  it("makes of an undisturbed solution the instructor's program, with nothing to tell", () => {
    const code = assignment.cells.filter(({ cellType }) => cellType === "code");
    expect(names(plain)).toEqual(code.map(({ gradeId }) => gradeId));
    expect(plain.repairs).toEqual([]);
    expect(plain.notes).toEqual([]);
    expect(named(plain, zeros)).toEqual({
      name: zeros,
      gradeId: zeros,
      role: "solution",
      cellType: "code",
      source: source(solved, zeros),
      skip: false,
      from: at(released, zeros),
      answers: [zeros],
      untouched: false,
    });
    expect(named(plain, `${zeros}_test`)).toMatchObject({
      role: "test",
      source: expect.stringContaining("HIDDEN TESTS"),
    });
    expect(plain.cells.filter(({ skip }) => skip)).toHaveLength(8);
  });

  it("knows an exercise that was not attempted", async () => {
    const program = await match(released);
    expect(program.cells.filter(({ untouched }) => untouched).map(({ name }) => name)).toEqual([
      zeros,
      random,
      he,
    ]);
    expect(program.repairs).toEqual([]);
    const emptied = await match(
      edit(released, he, (text) => text.replace(/.*throw new Error.*\n/, "// later\n\n")),
    );
    expect(named(emptied, he)?.untouched).toBe(true);
    const begun = await match(
      edit(released, he, (text) => text.replace(/throw new Error.*/, "parameters.W1 = null;")),
    );
    expect(named(begun, he)?.untouched).toBe(false);
  });

  it("recognizes all cells when an editor took their metadata and ids away", async () => {
    const program = await match(bare(solved));
    expect(program.cells).toEqual(plain.cells);
    expect(told(program)).toEqual(["unlabelled"]);
    const stub = await match(bare(released));
    expect(told(stub)).toEqual(["unlabelled"]);
    expect(stub.cells.filter(({ untouched }) => untouched)).toHaveLength(3);
  });

  it("recognizes cells without metadata that were changed", async () => {
    const changed = bare(
      edit(
        edit(solved, "train_he", (text) => text.replace('"he"', '"he", num_iterations: 10')),
        "packages",
        (text) => `import { x } from "y";\n${text}`,
      ),
    );
    const program = await match(changed);
    expect(program.cells).toEqual(plain.cells);
    expect(told(program)).toEqual(["unlabelled", "changed packages", "changed train_he"]);
  });

  it("takes given and test cells from the assignment, whatever the submission says", async () => {
    const forged = edit(
      edit(solved, `${zeros}_test`, () => "1;"),
      "model",
      (text) => text.replace("15000", "1"),
    );
    const program = await match(forged);
    expect(program.cells).toEqual(plain.cells);
    expect(told(program)).toEqual(["changed model", `changed ${zeros}_test`]);
    expect(told(await match(edit(solved, "model", (text) => text.replaceAll("  ", "\t"))))).toEqual([]);
  });

  it("skips what the assignment skips, and nothing else of it", async () => {
    const tags = (tag: string[]) => (cell: Cell) => [{ ...cell, metadata: { ...cell.metadata, tags: tag } }];
    const program = await match(replace(replace(solved, "train_he", tags([])), he, tags(["skip-grading"])));
    expect(program.cells).toEqual(plain.cells);
    const own = await match(insert(solved, 12, extra("slow();", { metadata: { tags: ["skip-grading"] } })));
    expect(named(own, "cell 13")?.skip).toBe(true);
  });

  it("puts missing cells back", async () => {
    const program = await match({
      ...solved,
      cells: solved.cells.filter((_, index) => ![2, 9, 10].includes(index)),
    });
    expect(names(program)).toEqual(names(plain));
    expect(named(program, zeros)).toMatchObject({
      source: source(released, zeros),
      from: null,
      untouched: true,
    });
    expect(named(program, "packages")).toMatchObject({ source: source(released, "packages"), from: null });
    expect(told(program)).toEqual(["deleted packages", `deleted ${zeros}`, `deleted ${zeros}_test`]);
  });

  it("bears a notebook without cells", async () => {
    const program = await match({ ...solved, cells: [] });
    expect(names(program)).toEqual(names(plain));
    expect(program.cells.every(({ from }) => from === null)).toBe(true);
  });

  describe("of a cell that is there more than once", () => {
    const copy = solved.cells[at(solved, zeros)] as Cell;
    const stub = released.cells[at(released, zeros)] as Cell;

    it.each([
      ["the empty one behind the answer", insert(solved, 12, stub)],
      ["the empty one before the answer", insert(solved, 9, stub)],
    ])("leaves out %s", async (_, notebook) => {
      const program = await match(notebook);
      expect(names(program)).toEqual(names(plain));
      expect(named(program, zeros)?.source).toBe(source(solved, zeros));
      expect(told(program)).toEqual([`duplicated ${zeros}`]);
    });

    it("takes the last answer, and runs the ones before it first", async () => {
      const last = { ...copy, source: `${copy.source}\n// again` };
      const program = await match(insert(solved, 12, last));
      expect(named(program, zeros)).toMatchObject({ source: last.source, from: 12 });
      expect(names(program).slice(3, 6)).toEqual(["cell 10", zeros, `${zeros}_test`]);
      expect(told(program)).toContain(`duplicated ${zeros}`);
    });

    it("does not take a copy with another function for the answer", async () => {
      const pasted = { ...copy, source: source(solved, random) };
      const program = await match(insert(released, 12, pasted));
      expect(named(program, zeros)?.untouched).toBe(true);
      expect(named(program, random)).toMatchObject({ source: source(solved, random), untouched: false });
    });

    it("leaves out copies of tests and given cells, and keeps those that say something else", async () => {
      const test = solved.cells[at(solved, `${he}_test`)] as Cell;
      const program = await match(insert(solved, 40, test, { ...test, source: "console.log(1);" }));
      expect(names(program)).toEqual([...names(plain), `cell ${solved.cells.length + 2}`]);
      expect(told(program)).toEqual([`duplicated ${he}_test`]);
    });
  });

  it("takes the answer from a later cell when its own was left as it was (n-code-in-new-cell)", async () => {
    const program = await match(insert(released, 14, extra(source(solved, zeros))));
    expect(named(program, zeros)).toMatchObject({
      source: source(solved, zeros),
      from: 14,
      untouched: false,
    });
    expect(names(program)).toEqual(names(plain));
    expect(told(program)).toEqual([`moved ${zeros}`]);
  });

  it("lets the last definition before the test win, as in the kernel", async () => {
    const again = `const ${zeros} = () => 1;`;
    const program = await match(insert(solved, 10, extra(again)));
    expect(names(program).slice(3, 6)).toEqual([zeros, "cell 11", `${zeros}_test`]);
    expect(named(program, zeros)?.source).toBe(source(solved, zeros));
  });

  it("takes the answer from a cell whose function was renamed, and says so", async () => {
    const renamed = edit(solved, he, (text) => text.replace(he, "my_he"));
    expect(named(await match(renamed), he)).toMatchObject({
      source: source(renamed, he),
      from: at(solved, he),
    });
    const program = await match(bare(renamed));
    expect(named(program, he)).toMatchObject({ source: source(renamed, he), from: at(solved, he) });
    expect(told(program)).toEqual(["unlabelled", `unlabelled ${he}`]);
  });

  it("joins an answer that was split into several cells", async () => {
    const lines = source(solved, random).split("\n");
    const halves = (cell: Cell): Cell[] => [
      { ...cell, source: lines.slice(0, 12).join("\n") },
      { cell_type: "markdown", metadata: {}, source: "between" } as Cell,
      { ...cell, source: lines.slice(12, 14).join("\n") },
      extra(lines.slice(14).join("\n")),
    ];
    const program = await match(replace(solved, random, halves));
    expect(named(program, random)?.source).toBe(source(solved, random));
    expect(names(program)).toEqual(names(plain));
    expect(told(program)).toContain(`split ${random}`);
    expect(program.repairs[0]?.message).toContain("cells 20, 22, 23");
  });

  it("joins an answer that was split before the student's own first line, whichever pieces keep their metadata", async () => {
    const whole = source(solved, zeros);
    const at = whole.indexOf("  for (");
    for (const keepsMetadata of [true, false]) {
      const halves = (cell: Cell): Cell[] => [
        { ...cell, source: whole.slice(0, at - 1) },
        keepsMetadata ? { ...cell, source: whole.slice(at) } : extra(whole.slice(at)),
      ];
      const program = await match(replace(solved, zeros, halves));
      expect(named(program, zeros)).toMatchObject({ source: whole, untouched: false });
      expect(told(program)).toContain(`split ${zeros}`);
    }
  });

  it("does not join cells to an answer with a missing brace (n-tsc-recovers)", async () => {
    const broken = edit(solved, zeros, (text) => text.slice(0, -1));
    const program = await match(insert(broken, 10, extra("const mine = 1;")));
    expect(named(program, zeros)?.source).toBe(source(broken, zeros));
    expect(names(program)[4]).toBe("cell 11");
    expect(told(program)).toEqual([]);
  });

  it("finds two answers in one cell", async () => {
    const both = `${source(solved, zeros)}\n\n${source(solved, he)}`;
    const merged = edit(solved, zeros, () => both);
    const without = { ...merged, cells: merged.cells.filter((_, index) => index !== at(merged, he)) };
    for (const notebook of [without, edit(merged, he, () => source(released, he))]) {
      const program = await match(notebook);
      expect(named(program, zeros)).toMatchObject({ source: both, answers: [zeros, he] });
      expect(names(program)).toEqual(names(plain).filter((name) => name !== he));
      expect(told(program)).toEqual([`merged ${he}`]);
    }
  });

  it("finds an answer that was merged into the test behind it", async () => {
    const joined = `${source(solved, he)}\n${source(solved, `${he}_test`)}`;
    const marked = edit(solved, he, () => joined);
    const withoutTest = {
      ...marked,
      cells: marked.cells.filter((_, index) => index !== at(marked, `${he}_test`)),
    };
    const kept = edit(solved, `${he}_test`, () => joined);
    const withoutAnswer = { ...kept, cells: kept.cells.filter((_, index) => index !== at(kept, he)) };
    for (const notebook of [withoutTest, withoutAnswer]) {
      const program = await match(notebook);
      expect(names(program)).toEqual(names(plain));
      expect(named(program, he)).toMatchObject({ source: joined, untouched: false });
      expect(named(program, `${he}_test`)?.source).toBe(named(plain, `${he}_test`)?.source);
    }
  });

  it.each(["markdown", "raw"])("grades code that was made %s (n-markdown-cell)", async (cell_type) => {
    const retyped = replace(solved, zeros, ({ id, metadata, source }) => [
      { cell_type, id, metadata, source } as Cell,
    ]);
    for (const notebook of [retyped, bare(retyped)]) {
      const program = await match(notebook);
      expect(program.cells).toEqual(plain.cells);
      expect(told(program)).toContain(`retyped ${zeros}`);
      expect(program.repairs.at(-1)?.message).toContain(`was changed to ${cell_type}`);
    }
  });

  it("does not run a text that was made code", async () => {
    const index = released.cells.findIndex(({ id }) => id === "zeros-text");
    const cells = solved.cells.map((cell, position) => (position === index ? extra(cell.source) : cell));
    expect((await match({ ...solved, cells })).cells).toEqual(plain.cells);
  });

  it("puts moved cells back into their places", async () => {
    const [moved, rest] = takenOut(zeros);
    const program = await match({ ...solved, cells: [...rest, moved] });
    expect(names(program)).toEqual(names(plain));
    expect(told(program)).toEqual([`moved ${zeros}`]);
  });

  describe("of the student's own cells", () => {
    it("runs each where it stands", async () => {
      const program = await match(
        insert(insert(solved, 11, extra("after();")), 9, extra("before();"), extra("too();")),
      );
      expect(names(program).slice(2, 8)).toEqual([
        "model",
        "cell 10",
        "cell 11",
        zeros,
        `${zeros}_test`,
        "cell 14",
      ]);
      expect(program.repairs).toEqual([]);
    });

    it("takes a helper along with the exercise below it that was moved", async () => {
      const [moved, rest] = takenOut(zeros);
      const cells = [...rest, extra("const half = 1;"), moved, extra("later();")];
      const program = await match({ ...solved, cells });
      const place = names(program).indexOf(zeros);
      expect(names(program).slice(place - 1, place + 3)).toEqual([
        `cell ${cells.length - 2}`,
        zeros,
        `cell ${cells.length}`,
        `${zeros}_test`,
      ]);
    });

    it("leaves out empty ones and texts (n-empty-cells)", async () => {
      const text = { cell_type: "markdown", metadata: {}, source: "mine" } as Cell;
      const program = await match({
        ...solved,
        cells: [text, ...solved.cells, extra(""), extra(" \n"), text],
      });
      expect(names(program)).toEqual(names(plain));
      expect(program.repairs).toEqual([]);
    });

    it("keeps ten thousand, quickly", async () => {
      const cells = Array.from({ length: 9900 }, (_, index) =>
        extra(`const a${index} = ${zeros}([${index}, 2, 1]).W1;`),
      );
      const submission = await submit({ ...bare(solved), cells: [...bare(solved).cells, ...cells] });
      const started = performance.now();
      expect(matchCells(submission, assignment).cells).toHaveLength(plain.cells.length + 9900);
      expect(performance.now() - started).toBeLessThan(5000);
    });
  });
});
