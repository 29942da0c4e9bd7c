import { code, markdown, role } from "../../../notebook/notebooks.ts";
import type { Fixture } from "./Fixture.js";
import { changed, edited, random, relabelled, smallCourse, withCellBefore, zeros } from "./smallCourse.js";

const zerosTest = `${zeros}_test`;
const randomTest = `${random}_test`;

/** What shows without running anything. */
export const defectsInText: readonly Fixture[] = [
  {
    defect: "a marker without its partner",
    notebook: edited(zeros, /\n.*END SOLUTION/, ""),
    ...{ kind: "marker", cell: zeros, line: 15, says: /BEGIN SOLUTION without END SOLUTION/ },
  },
  {
    defect: "a marker in a locked cell",
    notebook: edited("packages", /^/, "// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS\n"),
    ...{ kind: "marker", cell: "packages", line: 1, says: /may stand in a test cell only/ },
  },
  {
    defect: "a marker in small letters",
    notebook: edited(zerosTest, "// BEGIN HIDDEN TESTS", "// begin hidden tests"),
    ...{ kind: "marker", cell: zerosTest, line: 8, says: /looks like a marker/ },
  },
  {
    defect: "a grade_id twice",
    notebook: relabelled(randomTest, { grade_id: zerosTest }),
    ...{ kind: "duplicate-grade_id", cell: zerosTest, line: 1, says: /is that of cell 3 already/ },
  },
  {
    defect: "a cell id twice",
    notebook: changed(random, (cell) => ({ ...cell, id: smallCourse.cells[0]!.id! })),
    ...{ kind: "duplicate-id", cell: random, line: 1, says: /is that of cell 1 already/ },
  },
  {
    defect: "a test without points",
    notebook: relabelled(zerosTest, { points: undefined }),
    ...{ kind: "nbgrader-metadata", cell: zerosTest, line: 1, says: /has no points/ },
  },
  {
    defect: "a test with 0 points",
    notebook: relabelled(zerosTest, { points: 0 }),
    ...{ kind: "points", cell: zerosTest, line: 1, says: /carries 0 points/ },
  },
  {
    defect: "metadata of an old nbgrader",
    notebook: relabelled(zerosTest, { schema_version: 2 }),
    ...{ kind: "nbgrader-metadata", cell: zerosTest, line: 1, says: /schema_version should be 3/ },
  },
  {
    defect: "a checksum of another text",
    notebook: relabelled(zeros, { checksum: "0".repeat(32) }),
    ...{ kind: "checksum", cell: zeros, line: 1, says: /is not that of its text/ },
  },
  {
    defect: "no name and version",
    notebook: { ...smallCourse, metadata: { ...smallCourse.metadata, initlab: {} } },
    ...{ kind: "metadata", cell: null, line: null, says: /should say what it is/ },
  },
  {
    defect: "a kernel of no language",
    notebook: { ...smallCourse, metadata: { ...smallCourse.metadata, kernelspec: { name: "tslab" } } },
    ...{ kind: "kernelspec", cell: null, line: null, says: /kernelspec.language should be "typescript"/ },
  },
  {
    defect: "an anchor to no heading",
    notebook: withCellBefore(zeros, markdown("# One title\n\n[here](#One-title) and\n[there](#Other-title)")),
    ...{ kind: "broken-link", cell: "added", line: 4, says: /no heading has the anchor #Other-title/ },
  },
  {
    defect: "a picture that is not there",
    notebook: withCellBefore(zeros, markdown("![](images/net.png)")),
    ...{ kind: "broken-link", cell: "added", line: 1, says: /there is no file images\/net.png/ },
  },
  {
    defect: "an attachment that is not there",
    notebook: withCellBefore(zeros, markdown("Look:\n![](attachment:net.png)")),
    ...{ kind: "broken-link", cell: "added", line: 2, says: /has no attachment net.png/ },
  },
  {
    defect: "an address that is none",
    notebook: withCellBefore(zeros, markdown("[paper](https:arxiv.org)")),
    ...{ kind: "broken-link", cell: "added", line: 1, says: /is no address/ },
  },
  {
    defect: "a name that is defined further down",
    notebook: withCellBefore("packages", code("const size = 1;\nstr(size);")),
    ...{ kind: "undefined-name", cell: "added", line: 2, says: /uses str, which/ },
  },
  {
    defect: "a type error",
    notebook: edited("packages", /$/, '\nconst size: number = "two";'),
    ...{ kind: "type-error", cell: "packages", line: 23, says: /TS2322/ },
  },
  {
    defect: "a cell that is not TypeScript",
    notebook: edited("packages", /$/, "\nconst = ;"),
    ...{ kind: "syntax", cell: "packages", line: 23, says: /refuses the cell/ },
  },
  {
    defect: "a stub that lacks a name of the solution",
    notebook: edited(
      zeros,
      "  return parameters;",
      "  console.log(size);\n  return parameters;",
      edited(zeros, /\n {2}for/, "\n  // BEGIN SOLUTION\n  const size = L;\n  // END SOLUTION\n  for"),
    ),
    ...{ kind: "stub-types", cell: zeros, line: 24, says: /Cannot find name 'size'/ },
  },
  {
    defect: "a test that uses a name of a given cell",
    notebook: edited(
      zerosTest,
      "[3, 2, 1]",
      "sizes",
      withCellBefore(zeros, code("const sizes = [3, 2, 1];", role("sizes", ["locked"]))),
    ),
    ...{ kind: "unseen-name", cell: zerosTest, line: 1, says: /uses sizes, and in the judge/ },
  },
  {
    defect: "a test that uses what only Node.js has",
    notebook: edited(zerosTest, /^/, "const begin = performance.now();\n"),
    ...{ kind: "unseen-name", cell: zerosTest, line: 1, says: /uses performance/ },
  },
  {
    defect: "a solution in the text",
    notebook: withCellBefore(
      zeros,
      markdown('Hint:\n\n    parameters["b" + l] =  tf.zeros([layers_dims[l], 1]);'),
    ),
    ...{ kind: "leak", cell: "added", line: 3, says: /a line of the solution \(cell \d+, line 17/ },
  },
  {
    defect: "a hidden test in metadata, as base64",
    notebook: changed(zeros, (cell) => ({
      ...cell,
      metadata: {
        ...cell.metadata,
        note: Buffer.from(
          "const layers_dims = random.permutation([2, 3, 4, 5, 6, 7, 8]).slice(0, random.randint(3, 6));",
        ).toString("base64"),
      },
    })),
    ...{
      kind: "leak",
      cell: zeros,
      line: 1,
      says: /of the hidden tests .* stands in the metadata of cell 2, as base64/,
    },
  },
  {
    defect: "a hidden number that public_tests has",
    notebook: edited(randomTest, "// END HIDDEN TESTS", "const known = 17.88628473;\n// END HIDDEN TESTS"),
    ...{
      kind: "leak",
      cell: randomTest,
      line: 25,
      says: /17.88628473.*stands in the file public_tests\/dist/,
    },
  },
];
