import type { Keep } from "../json/Keep.js";

const object = (keys: Record<string, Keep>): Keep => ({ keys: new Map(Object.entries(keys)) });

const cell = object({
  cell_type: "all",
  id: "all",
  level: "all",
  source: "all",
  input: "all",
  metadata: object({ nbgrader: object({ grade_id: "all" }), tags: "all" }),
});

const cells: Keep = { items: cell, counted: true };

/** What grading reads of a notebook, in formats 3 (`worksheets`, `input`, `level`) and 4. */
export const notebookParts: Keep = object({
  nbformat: "all",
  nbformat_minor: "all",
  metadata: object({
    initlab: object({ name: "all", version: "all" }),
    kernelspec: object({ name: "all", language: "all" }),
  }),
  cells,
  worksheets: { items: object({ cells }) },
});
