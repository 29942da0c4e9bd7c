import type { Cell, CodeCell, Metadata, Notebook } from "../../src/notebook/index.js";

/** Small notebooks for tests: `notebook(code("1 + 1"), markdown("# Title"))`. */
export function notebook(...cells: Cell[]): Notebook {
  return {
    cells: cells.map((cell, index) => ({ id: `cell-${index}`, ...cell })),
    metadata: { initlab: { name: "Test", version: "1" } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

export function code(source: string, metadata: Metadata = {}): CodeCell {
  return { cell_type: "code", execution_count: null, metadata, outputs: [], source };
}

export function markdown(source: string, metadata: Metadata = {}): Cell {
  return { cell_type: "markdown", metadata, source };
}

type Flag = "grade" | "solution" | "locked" | "task";

/** The nbgrader metadata of a cell: `role("zeros", ["solution"])`, `role("zeros_test", ["grade"], 10)`. */
export function role(grade_id: string, flags: readonly Flag[], points?: number): Metadata {
  const all: readonly Flag[] = ["grade", "solution", "locked", "task"];
  const set = Object.fromEntries(all.map((flag) => [flag, flags.includes(flag)]));
  return { nbgrader: { schema_version: 3, grade_id, ...set, ...(points !== undefined && { points }) } };
}
