import type { JSX } from "preact";
import type { GradeRow } from "../gradebook/index.js";
import { durationText } from "../statistics/index.js";
import { Student } from "./Students.js";

/** Who was late, by how much, and what told it. */
export function LateTable({ rows }: { readonly rows: readonly GradeRow[] }): JSX.Element {
  return (
    <table class="late">
      <caption>Shown, never subtracted; times are UTC</caption>
      <thead>
        <tr>
          <th scope="col">Student</th>
          <th scope="col">Late by</th>
          <th scope="col">Handed in</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.student} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: GradeRow }): JSX.Element {
  const { lateBySeconds, submittedAt, from } = row.lateness ?? {};
  return (
    <tr>
      <th scope="row">
        <Student row={row} />
      </th>
      <td class="number">{lateBySeconds === undefined ? "not known" : durationText(lateBySeconds)}</td>
      <td>
        {submittedAt !== undefined && <time datetime={submittedAt}>{timeText(submittedAt)}</time>}
        <small> according to {from}</small>
      </td>
    </tr>
  );
}

/** To the second, as people read it. */
function timeText(iso: string): string {
  return iso.replace("T", " ").replace(/(?:\.\d+)?Z$/, "");
}
