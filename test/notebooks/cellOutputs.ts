import { type CodeCell, type Notebook, nbgraderOf, type Output } from "../../src/notebook/index.js";

/** What one cell of an executed notebook shows. */
export interface CellOutputs {
  /** Without the codes that colour it. */
  readonly stdout: string;
  readonly stderr: string;
  /** What went wrong: stderr, which is all that stock tslab has, and the tracebacks of error outputs. */
  readonly failure: string;
  readonly pictures: readonly Output[];
}

/** The outputs of the code cell with this grade_id. */
export function cellOutputs(notebook: Notebook, gradeId: string): CellOutputs {
  const cell = notebook.cells.find((candidate) => nbgraderOf(candidate)?.grade_id === gradeId);
  if (cell?.cell_type !== "code") throw new Error(`cellOutputs: there is no code cell ${gradeId}.`);
  return outputsOf(cell);
}

export function outputsOf(cell: CodeCell): CellOutputs {
  const stderr = printed(cell, "stderr");
  const tracebacks = cell.outputs.flatMap(({ traceback }) => traceback ?? []);
  return {
    stdout: printed(cell, "stdout"),
    stderr,
    failure: stderr + withoutColours(tracebacks.join("\n")),
    pictures: cell.outputs.filter(({ data }) => data !== undefined && "image/png" in data),
  };
}

export function codeCells(notebook: Notebook): CodeCell[] {
  return notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
}

function printed(cell: CodeCell, stream: string): string {
  const text = cell.outputs.map((output) => (output.name === stream ? (output.text ?? "") : "")).join("");
  return withoutColours(text);
}

function withoutColours(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g"), "");
}
