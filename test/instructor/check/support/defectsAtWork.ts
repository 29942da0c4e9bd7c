import { code, role } from "../../../notebook/notebooks.ts";
import type { Fixture } from "./Fixture.js";
import { edited, positionOf, random, smallCourse, withCellBefore, zeros } from "./smallCourse.js";

const zerosTest = `${zeros}_test`;
const randomTest = `${random}_test`;
const hiddenAt = (gradeId: string) =>
  smallCourse.cells[positionOf(gradeId) - 1]!.source.split("\n").findIndex((line) =>
    line.includes("BEGIN HIDDEN"),
  ) + 1;

/** What shows only when answers run. */
export const defectsAtWork: readonly Fixture[] = [
  {
    defect: "an answer that nothing tests",
    notebook: withCellBefore(random, code("const spare = 1;", role("spare", ["solution"]))),
    ...{ kind: "unjudged-answer", cell: "spare", line: 1, says: /nothing judges it/ },
  },
  {
    defect: "a solution that its hidden test refuses",
    notebook: edited(randomTest, "stream.randn() * 10", "stream.randn() * 11"),
    ...{
      kind: "solution-fails",
      cell: randomTest,
      line: hiddenAt(randomTest),
      says: /the solution gets 0 of 10 points/,
    },
  },
  {
    defect: "a test that waits",
    notebook: edited(zerosTest, /^/, "await Promise.resolve();\n"),
    ...{ kind: "broken-test", cell: zerosTest, line: 2, says: /waits with `await`/ },
  },
  {
    defect: "a test that gives points to everybody",
    notebook: edited(zerosTest, /^[\s\S]*$/, `typeof ${zeros} === "function" ? 10 : 0;`),
    ...{
      kind: "points-for-nothing",
      cell: zerosTest,
      line: 1,
      says: /untouched exercise gets 10 of 10 points/,
    },
  },
  {
    defect: "a stub that is never reached",
    notebook: edited(
      zeros,
      "  const parameters:",
      '  if (layers_dims.length > 0 && !("W1" in {})) throw new Error("no");\n  const parameters:',
    ),
    ...{ kind: "silent-stub", cell: zerosTest, line: 1, says: /does not fail with its stub's message/ },
  },
  {
    defect: "an exercise that needs another one",
    notebook: edited(random, "  return parameters;", `  ${zeros}(layers_dims);\n  return parameters;`),
    ...{ kind: "not-alone", cell: randomTest, line: 1, says: /with the other exercises unsolved/ },
  },
  {
    defect: "a cell that fails in the kernel",
    notebook: withCellBefore(random, code('const n = 1;\nif (n > 0) throw new RangeError("too large");')),
    ...{ kind: "cell-fails", cell: "added", line: 2, says: /RangeError: too large/ },
  },
  {
    defect: "a test without sizes of its own",
    notebook: edited(
      zerosTest,
      /^[\s\S]*$/,
      `if (${zeros}([2, 2]).W1.shape[0] !== 2) throw new Error("rows");`,
    ),
    ...{
      kind: "weak-test",
      cell: zeros,
      line: 16,
      says: /wrong answer made from the solution has all points/,
    },
  },
  {
    defect: "a cell that prints the time",
    notebook: withCellBefore(random, code("console.log(Math.random());")),
    ...{ kind: "outputs-differ", cell: "added", line: 1, says: /run twice in the kernel/ },
  },
  {
    defect: "a test that goes by the clock",
    notebook: edited(
      zerosTest,
      /^[\s\S]*$/,
      `let rows = 0;
try { rows = ${zeros}([2, 3]).W1.shape[0]; } catch { throw new Error("at " + Date.now()); }
if (rows !== 3) throw new Error("rows");`,
    ),
    kind: "results-differ",
    cell: zerosTest,
    line: 2,
    says: /graded twice/,
  },
];
