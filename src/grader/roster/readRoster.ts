import { UsageError } from "../../instructor/UsageError.js";
import { readTable, type Table, type TableRow } from "../csv/index.js";
import { printable } from "../submission/index.js";
import { parseTime } from "../time/index.js";
import { type RosterColumns, rosterColumns } from "./columns.js";
import { Roster, type RosterEntry } from "./Roster.js";

/**
 * Reads who takes the course from a CSV file: see `rosterColumns` for what it may be called. Whose role is another than
 * a student's is left out.
 *
 * @throws {UsageError} with row and column: when nothing says who is who, or two rows are one student's
 */
export async function readRoster(file: string): Promise<Roster> {
  return rosterOf(await readTable(file));
}

/** @throws {UsageError} as `readRoster` does */
export function rosterOf(table: Table): Roster {
  const columns = rosterColumns(table);
  const isStudent = studentsIn(table, columns);
  const rows = table.rows.filter(isStudent);
  const entries = rows.map((row) => entryOf(row, columns, table.name));
  if (entries.length === 0) throw new UsageError(`${table.name}: expected a row for each student, got none.`);
  refuseTwins(rows, columns.student, table.name);
  refuseTwins(rows, columns.email, table.name);
  return new Roster(entries);
}

const studentRoles = /^(?:student|learner|étudiant|teilnehmer)/i;

function studentsIn({ rows }: Table, { role, name, student }: RosterColumns): (row: TableRow) => boolean {
  const isStudent = (row: TableRow): boolean => studentRoles.test(cell(row, role));
  const hasRoles = role !== undefined && rows.some(isStudent);
  // Below its headers Canvas writes what assignments are worth, and it has a student for trying things out.
  const isCanvass = (row: TableRow): boolean =>
    /^(?:points possible|student, test)$/i.test(cell(row, name)) ||
    (cell(row, name) === "" &&
      cell(row, student) === "" &&
      [...row.cells.values()].includes("Manual Posting"));
  return (row) => (!hasRoles || isStudent(row)) && !isCanvass(row);
}

function entryOf(row: TableRow, columns: RosterColumns, file: string): RosterEntry {
  const { firstName, lastName, email } = columns;
  const whole = [cell(row, firstName), cell(row, lastName)].filter((part) => part !== "").join(" ");
  const name = cell(row, columns.name) || whole;
  const mail = cell(row, email);
  const student = columns.student === undefined ? mail || name : cell(row, columns.student);
  if (student === "") {
    const column = columns.student ?? email ?? columns.name ?? lastName ?? "";
    throw new UsageError(
      `${file}, row ${row.number}, column "${printable(column, 50)}": expected whose row it is, got nothing.`,
    );
  }
  const submitted = timeIn(cell(row, columns.submitted));
  return {
    student: student.normalize("NFC"),
    ...(name !== "" && { name: name.normalize("NFC") }),
    ...(mail !== "" && { email: mail }),
    ...(submitted !== undefined && { submitted }),
    ids: Object.fromEntries(row.cells),
  };
}

function cell(row: TableRow, column: string | undefined): string {
  return (column === undefined ? undefined : row.cells.get(column)) ?? "";
}

/** ISO 8601, or as Moodle writes in English: Friday, 14 October 2022, 3:05 PM. */
function timeIn(text: string): number | undefined {
  const iso = parseTime(text);
  if (iso !== undefined || !/^\p{L}+, \d{1,2} \p{L}+ \d{4}, \d{1,2}:\d\d/u.test(text)) return iso;
  const at = Date.parse(text.replace(/^\p{L}+, /u, ""));
  return Number.isNaN(at) ? undefined : at;
}

function refuseTwins(rows: readonly TableRow[], column: string | undefined, file: string): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const text = cell(row, column).toLowerCase();
    const earlier = seen.get(text);
    if (text !== "" && earlier !== undefined) {
      throw new UsageError(
        `${file}, row ${row.number}, column "${printable(column ?? "", 50)}": "${printable(cell(row, column), 100)}" stands in row ${earlier} already. Expected one row for each student.`,
      );
    }
    seen.set(text, row.number);
  }
}
