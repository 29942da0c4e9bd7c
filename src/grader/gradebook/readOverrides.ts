import { stat } from "node:fs/promises";
import { UsageError } from "../../instructor/UsageError.js";
import { readTable, type Table, type TableRow } from "../csv/index.js";
import { printable } from "../submission/index.js";
import type { Override } from "./Override.js";
import { Overrides } from "./Overrides.js";

const columns = ["student", "test", "points", "who", "why"] as const;
type Column = (typeof columns)[number];

/**
 * Reads what persons decided: a CSV file with the columns `student` (as grades.csv shows the student), `test` (a
 * grade_id, or `*` for the whole submission), `points`, `who` and `why`. Nothing is ever written to it.
 *
 * @throws {UsageError} when it cannot be read, or a row is not as expected; the message names row and column
 */
export async function readOverrides(file: string): Promise<Overrides> {
  return overridesOf(await readTable(file));
}

/** As {@link readOverrides}, but a file that is not there is one without rows. */
export async function readOverridesIfThere(file: string): Promise<Overrides> {
  const isThere = await stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
  return isThere ? readOverrides(file) : Overrides.none();
}

/** @throws {UsageError} as {@link readOverrides} does */
export function overridesOf(table: Table): Overrides {
  const names = new Map(table.columns.map((column) => [column.toLowerCase(), column]));
  const missing = columns.filter((column) => !names.has(column));
  if (missing.length > 0) {
    throw new UsageError(
      `${table.name}, row 1: expected the columns ${columns.join(", ")}; ${missing.join(", ")} is missing.`,
    );
  }
  const cell = (row: TableRow, column: Column): string => row.cells.get(names.get(column) ?? "") ?? "";
  return new Overrides(
    table.name,
    table.rows.map((row) => readRow(row, (column) => cell(row, column), table.name)),
  );
}

function readRow({ number }: TableRow, cell: (column: Column) => string, name: string): Override {
  const fail = (column: Column, expected: string): never => {
    const found = cell(column) === "" ? "nothing" : `"${printable(cell(column))}"`;
    throw new UsageError(`${name}, row ${number}, column "${column}": expected ${expected}, got ${found}.`);
  };
  const filled = (column: Column, expected: string): string => cell(column) || fail(column, expected);
  return {
    student: filled("student", "a student as in grades.csv"),
    test: filled("test", "a grade_id, or * for the whole submission"),
    points: pointsOf(cell("points")) ?? fail("points", "a number of 0 or more"),
    who: filled("who", "the name of the person who decided it"),
    why: filled("why", "a reason, which the student will read"),
    row: number,
  };
}

/** Spreadsheets write a comma where the language has it. */
function pointsOf(text: string): number | undefined {
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}
