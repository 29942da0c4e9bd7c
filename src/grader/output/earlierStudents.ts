import { join } from "node:path";
import { readTable, shownText } from "../csv/index.js";
import type { GradeRow } from "../gradebook/index.js";
import { printable } from "../submission/index.js";

/** The students of whom grades.csv has a submission, as it shows them; nobody where there is no such table. */
export async function earlierStudents(out: string): Promise<ReadonlySet<string>> {
  const rows = await readTable(join(out, "grades.csv")).then(
    (table) => table.rows,
    () => [],
  );
  const there = rows.filter(({ cells }) => cells.get("verdict") !== "missing");
  return new Set(there.map(({ cells }) => cells.get("student") ?? ""));
}

const mostNamed = 5;

/** What to say when the tables are about to lose students: most likely not all submissions were named. */
export function tellLost(earlier: ReadonlySet<string>, rows: readonly GradeRow[]): readonly string[] {
  const now = new Set(rows.map(({ student }) => shownText(student).trim()));
  const lost = [...earlier].filter((student) => !now.has(student));
  if (lost.length === 0) return [];
  const named = lost.slice(0, mostNamed).map((student) => printable(student));
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} more` : "";
  const many = lost.length === 1 ? "a student" : `${lost.length} students`;
  return [
    `grades.csv had ${many} whom this run has not: ${named.join(", ")}${more}. The tables hold this run's students only; to have all of them there, name all submissions (those that have not changed are not graded again).`,
  ];
}
