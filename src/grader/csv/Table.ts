/** What a CSV file says: the names in its first row, and the rows below. */
export interface Table {
  /** For messages: the file's name. */
  readonly name: string;
  /** As they stand in the first row, without blank space around them. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As a spreadsheet counts it: the row with the columns' names is row 1. */
  readonly number: number;
  /** Without blank space around them, by column; of columns with the same name the first. Cells that are missing are empty. */
  readonly cells: ReadonlyMap<string, string>;
}
