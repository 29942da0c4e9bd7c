import { type Cell, editMetadata, type Notebook, nbgraderOf } from "../../../src/notebook/index.ts";
import { chooseInToolbar, openToolbar, type ToolbarChoice } from "../../support/nbgraderToolbar.ts";
import { solvedNotebook, sourceOf, withCells } from "./solvedNotebook.ts";

const [zeros, random, he] = ["zeros", "random", "he"].map((kind) => `initialize_parameters_${kind}`) as [
  string,
  string,
  string,
];

/** What an instructor changes in the sidebar, cell by cell: each named by its grade_id, or by its id. */
export const choices: Readonly<Record<string, ToolbarChoice>> = {
  [`${zeros}_test`]: { type: "tests", id: `${zeros}_test`, points: 2.5 },
  [`${random}_test`]: { type: "tests", id: "random_checked", points: 15 },
  [he]: { type: "readonly" },
  [`${he}_test`]: { type: "" },
  reflection: { type: "manual", id: "reflection", points: 4 },
  homework: { type: "task", points: Number.NaN, id: "homework" },
  read: { type: "readonly", id: "read" },
};

/** The choice for a cell, if there is one. */
export function choiceFor(cell: Cell): ToolbarChoice | undefined {
  return choices[nbgraderOf(cell)?.grade_id ?? cell.id ?? ""];
}

/**
 * The notebook before the sidebar is opened: with new texts, and without the markers of the cells that are to lose their
 * role, for release and nbgrader refuse markers in cells of other roles.
 */
export const beforeSidebar: Notebook = withNewTexts(
  withCells(withCellType(solvedNotebook), {
    // Given now, and written otherwise: as it was it would give a line of the other solutions away.
    [he]: sourceOf(solvedNotebook, he)
      .replaceAll(/^ *\/\/ (?:BEGIN|END) SOLUTION\n/gm, "")
      .replace('["b" + l] =', '["b".concat(String(l))] ='),
    [`${he}_test`]: sourceOf(solvedNotebook, `${he}_test`).replace(
      /\n\/\/ BEGIN HIDDEN TESTS[\s\S]*END HIDDEN TESTS/,
      "",
    ),
  }),
);

/** The notebook as the sidebar leaves it. */
export const editedInSidebar: Notebook = {
  ...beforeSidebar,
  cells: openToolbar(beforeSidebar).cells.map((cell) => {
    const choice = choiceFor(cell);
    return choice === undefined ? cell : chooseInToolbar(cell, choice);
  }),
};

function withNewTexts(notebook: Notebook): Notebook {
  const text = (id: string, source: string): Cell => ({ cell_type: "markdown", id, metadata: {}, source });
  const texts = [
    text("reflection", "What did you find?"),
    text("homework", "Plot it."),
    text("read", "Read this."),
  ];
  return { ...notebook, cells: [...notebook.cells, ...texts] };
}

/** One cell as nbgrader's release leaves it; opening the sidebar takes its `cell_type` out again. */
function withCellType(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) => {
    const meta = nbgraderOf(cell);
    if (meta?.grade_id !== "dataset") return cell;
    return editMetadata(cell, { nbgrader: { ...meta, cell_type: cell.cell_type } });
  });
  return { ...notebook, cells };
}
