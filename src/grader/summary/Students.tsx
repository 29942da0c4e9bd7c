import type { JSX } from "preact";
import type { GradeRow } from "../gradebook/index.js";
import { printable } from "../submission/index.js";

/** A student's name, with what submissions call the student where that is something else; a link to the feedback. */
export function Student({ row }: { readonly row: GradeRow }): JSX.Element {
  const { name, student, folder } = row;
  // Moodle's and Canvas's students are called by name and number.
  const other = name === undefined || student === name ? "" : student.replace(`${name}_`, "");
  const shown = <span dir="auto">{printable(name ?? student, 100)}</span>;
  return (
    <>
      {folder === undefined ? shown : <a href={feedbackOf(folder)}>{shown}</a>}
      {other !== "" && <small dir="auto"> {printable(other, 100)}</small>}
    </>
  );
}

/** Students one after the other; beyond the first ones folded away. */
export function Students({
  rows,
  shown = Number.POSITIVE_INFINITY,
}: {
  readonly rows: readonly GradeRow[];
  readonly shown?: number;
}): JSX.Element {
  // One more is not worth folding.
  const end = rows.length <= shown + 1 ? rows.length : shown;
  return (
    <>
      <List rows={rows.slice(0, end)} />
      {end < rows.length && (
        <details>
          <summary>and {rows.length - end} more</summary>
          <List rows={rows.slice(end)} />
        </details>
      )}
    </>
  );
}

function List({ rows }: { readonly rows: readonly GradeRow[] }): JSX.Element {
  return (
    <ul class="students">
      {rows.map((row) => (
        <li key={row.student}>
          <Student row={row} />
        </li>
      ))}
    </ul>
  );
}

function feedbackOf(folder: string): string {
  return `${folder.split("/").map(encodeURIComponent).join("/")}/feedback.html`;
}
