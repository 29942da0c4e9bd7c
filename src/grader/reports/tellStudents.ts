import type { GradeRow } from "../gradebook/index.js";
import { printable } from "../submission/index.js";

/** How many students a sentence names. */
const mostNamed = 3;

/**
 * A sentence on some students, or none where there are none.
 *
 * @example
 * tellStudents([{ student: "ana" }, { student: "ben" }], "Left out").join(); // Left out: ana, ben.
 */
export function tellStudents(rows: readonly Pick<GradeRow, "student">[], what: string): readonly string[] {
  if (rows.length === 0) return [];
  const names = rows.slice(0, mostNamed).map(({ student }) => printable(student));
  const more = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : "";
  return [`${what}: ${names.join(", ")}${more}.`];
}
