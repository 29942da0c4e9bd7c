import { type Cell, tableText } from "../csv/index.js";
import type { Gradebook, GradeRow } from "../gradebook/index.js";
import { rosterCell } from "./rosterCell.js";
import { tellStudents } from "./tellStudents.js";
import { roundedPoints, type UploadTable } from "./UploadTable.js";

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"] as const;

/**
 * The text of `grades.canvas.csv`: Canvas's gradebook with the one column of this assignment. Canvas knows a student by
 * `ID`, else by `SIS User ID`, `SIS Login ID` or name: they come from the roster, best Canvas's exported gradebook, and
 * the ID also from the names of downloaded files. It knows the assignment by the number in the column's header, "Title
 * (12345)", which is the roster's where it has that column; by the title alone otherwise.
 *
 * Students that wait for a person are left out: an empty cell would delete a grade. Who handed in nothing gets 0.
 *
 * Source: `header?`, `update_column_count`, `parse_assignments` and `process_student` in
 * https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb, the second row in
 * https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_exporter.rb
 *
 * @param title what the assignment is called
 */
export function canvasCsv(gradebook: Gradebook, title: string): UploadTable {
  const rows = gradebook.rows();
  const ready = rows.filter(({ needsPerson }) => needsPerson.length === 0);
  const waiting = rows.filter(({ needsPerson }) => needsPerson.length > 0);
  const header = headerOf(rows, title);
  const possible = Math.max(0, ...ready.map(({ maxScore }) => maxScore));
  return {
    text: tableText(
      [...columns, header],
      [["    Points Possible", "", "", "", "", roundedPoints(possible)], ...ready.map(cellsOf)],
    ),
    warnings: [
      ...tellStudents(waiting, "Left out of grades.canvas.csv, as they wait for a person"),
      ...tellStudents(
        ready.filter((row) => idOf(row) === undefined && !hasSisId(row)),
        "Canvas can tell these students in grades.canvas.csv by their names only",
      ),
      ...(header === title && rows.length > 0 ? [unknownColumn(title)] : []),
    ],
  };
}

function unknownColumn(title: string): string {
  return `grades.canvas.csv has no number for the assignment, so Canvas goes by the title "${title}", and offers to make a new one if it has none.`;
}

/** The header that Canvas's export gives the assignment: its title and number. */
function headerOf(rows: readonly GradeRow[], title: string): string {
  const headers = Object.keys(
    rows.find(({ rosterEntry }) => rosterEntry !== undefined)?.rosterEntry?.ids ?? {},
  );
  const wanted = title.trim().toLowerCase();
  const isWanted = (header: string): boolean => /^(.+) \(\d+\)$/.exec(header)?.[1]?.toLowerCase() === wanted;
  return headers.find(isWanted) ?? title;
}

function idOf(row: GradeRow): string | undefined {
  return row.ids?.canvas_user ?? rosterCell(row, "ID");
}

function hasSisId(row: GradeRow): boolean {
  return [rosterCell(row, "SIS User ID"), rosterCell(row, "SIS Login ID")].some((id) => id !== undefined);
}

function cellsOf(row: GradeRow): readonly Cell[] {
  return [
    row.name ?? row.student,
    idOf(row),
    rosterCell(row, "SIS User ID"),
    rosterCell(row, "SIS Login ID"),
    rosterCell(row, "Section"),
    roundedPoints(row.score),
  ];
}
