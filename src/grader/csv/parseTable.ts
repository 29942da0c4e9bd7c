import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "../../instructor/UsageError.js";
import { printable } from "../submission/index.js";
import type { Table, TableRow } from "./Table.js";

const delimiters = [",", ";", "\t"] as const;

/**
 * Reads a table with the columns' names in its first row. Between the cells stand commas, or the semicolons and tabs
 * that spreadsheets write where the comma belongs to numbers: that of which the first row has most. Rows without any
 * text are left out.
 *
 * Source: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 *
 * @param name of the file, for messages; printable
 * @throws {UsageError} when it is no such table, with the row
 */
export function parseTable(text: string, name: string): Table {
  const [columns = [], ...rows] = parseRows(text, name);
  if (columns.every((column) => column === "")) {
    throw new UsageError(`${name}, row 1: expected the columns' names, got nothing.`);
  }
  return {
    name,
    columns,
    rows: rows.flatMap((cells, index) => {
      if (cells.every((cell) => cell === "")) return [];
      return [tableRow(columns, cells, { name, number: index + 2 })];
    }),
  };
}

function parseRows(text: string, name: string): string[][] {
  try {
    // The quotation mark is no part of the count: names with delimiters in them are rare, and do not come alone.
    const delimiter = mostFrequent(text.slice(0, text.search(/[\r\n]|$/)));
    const rows = parse(text, { bom: true, delimiter, relax_column_count: true, trim: true });
    // The parser leaves blank space between quotation marks.
    return rows.map((row) => row.map((cell) => cell.trim()));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(`${name} is no CSV file: ${printable(error.message, 200)}.`);
  }
}

function mostFrequent(line: string): string {
  const count = (delimiter: string): number => line.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
}

function tableRow(
  columns: readonly string[],
  cells: readonly string[],
  { name, number }: { readonly name: string; readonly number: number },
): TableRow {
  if (cells.slice(columns.length).some((cell) => cell !== "")) {
    throw new UsageError(
      `${name}, row ${number}: expected ${columns.length} cells, as in row 1, got ${cells.length}. Put text with commas between quotation marks.`,
    );
  }
  const named = columns.map((column, at) => [column, cells[at] ?? ""] as const);
  return { number, cells: new Map(named.toReversed()) };
}
