import type { GradeRow } from "../gradebook/index.js";

/** What the roster says of a student in a column, whatever the case of its header; nothing where it is empty. */
export function rosterCell(
  { rosterEntry }: Pick<GradeRow, "rosterEntry">,
  column: string,
): string | undefined {
  const ids = rosterEntry?.ids ?? {};
  const header = Object.keys(ids).find((name) => name.trim().toLowerCase() === column.toLowerCase());
  return (header === undefined ? undefined : ids[header]) || undefined;
}
