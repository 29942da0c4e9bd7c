import { describe, expect, test } from "vitest";
import mistakes from "../../notebooks/instructor/mistakes.json" with { type: "json" };
import { Session, toScript } from "../../src/cells/index.ts";
import { readNotebook } from "../../src/notebook/index.ts";
import { compiler } from "./support/compiler.js";
import { nodeHost, root } from "./support/nodeHost.js";
import { runCells } from "./support/runCells.js";

const notebook = await readNotebook(`${root}/notebooks/instructor/Initialization.ipynb`);
const cells = notebook.cells.flatMap((cell) => (cell.cell_type === "code" ? [cell.source] : []));

describe("the instructor's notebook", () => {
  test("check finds nothing to complain of in any of its cells", () => {
    const session = new Session(compiler, nodeHost());
    const found = cells.map((cell) => {
      const diagnostics = session.check(cell);
      session.commit(cell);
      return diagnostics;
    });
    expect(cells.length).toBeGreaterThan(10);
    expect(found).toEqual(cells.map(() => []));
  });

  test("toScript keeps every line of it, in place", () => {
    const scripts = cells.map((cell) => toScript(compiler, cell, nodeHost()));
    expect(scripts.map(({ positions, isAsync }) => [positions, isAsync])).toEqual(
      cells.map(() => [undefined, false]),
    );
  });

  test("toScript runs it in order", { timeout: 120_000 }, async () => {
    // Training is what takes long; a hundredth of it shows the same names and values.
    const short = cells.map((cell) => cell.replace("num_iterations = 15000", "num_iterations = 150"));
    const outcomes = await runCells(short);
    expect(outcomes.map(({ error }) => error)).toEqual(cells.map(() => undefined));
    const output = outcomes.flatMap((outcome) => outcome.output).join("\n");
    // Each exercise is checked in the open and by a hidden test.
    expect(output.match(/All tests passed\./g)).toHaveLength(6);
    expect(output).toContain("Cost after iteration 0: 0.6931471805599453");
    expect(output).toContain("Cost after iteration 0: 0.8830537463419761");
  });
});

describe("check on answers that students really give", () => {
  const session = new Session(compiler, nodeHost());
  session.commit(cells[0]!);
  const answers = mistakes.entries.flatMap(({ id, ts, expect: expected }) =>
    ts === undefined || expected === undefined ? [] : [{ id, cell: ts, compiles: expected.compiles }],
  );

  // randn((2, 3)) is randn(3), a vector as in NumPy, so types cannot tell the slip.
  const typedAsNumPy = "r-comma-operator";

  test.each(answers)("check says of $id whether it compiles: $compiles", ({ id, cell, compiles }) => {
    expect(session.check(cell).length === 0).toBe(compiles || id === typedAsNumPy);
  });

  test("check is asked about both kinds", () => {
    expect(answers.filter(({ compiles }) => compiles).length).toBeGreaterThan(50);
    expect(answers.filter(({ compiles }) => !compiles).length).toBeGreaterThan(4);
  });
});
