export interface NotebookPlace {
  readonly file?: string | undefined;
  /** Position of the cell in the notebook, counted from 0. */
  readonly cell?: number | undefined;
  /** What the cell is called: its grade_id, else its id. */
  readonly cellName?: string | undefined;
  /** Line in the cell, or in the file where there is no cell, counted from 1. */
  readonly line?: number | undefined;
}

/**
 * Something is wrong with a notebook: not with the program, nor with how it was called. The message begins with
 * the place, counted from 1 as people do, and ends with what to do.
 *
 * @example
 * new NotebookError("the region is never closed", { cell: 6, cellName: "zeros", line: 12 }).message; // cell 7 (zeros), line 12: the region is never closed
 */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
  readonly problem: string;
  readonly place: NotebookPlace;

  constructor(problem: string, place: NotebookPlace = {}) {
    const where = describePlace(place);
    super(where === "" ? problem : `${where}: ${problem}`);
    this.problem = problem;
    this.place = place;
  }

  /** The same error, for a reader who does not know which file is meant. */
  inFile(file: string): NotebookError {
    return new NotebookError(this.problem, { ...this.place, file });
  }
}

function describePlace({ file, cell, cellName, line }: NotebookPlace): string {
  const name = cellName === undefined ? "" : ` (${cellName})`;
  return [
    file === undefined ? "" : file,
    cell === undefined ? "" : `cell ${cell + 1}${name}`,
    line === undefined ? "" : `line ${line}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
