import type { JSX } from "preact";
import { Prose } from "../page/index.js";
import { counted, type Mistake, type Summary } from "../statistics/index.js";
import { printable } from "../submission/index.js";
import { Students } from "./Students.js";

const mostMistakes = 30;
const mostNames = 6;

/** What hints and verdicts told, the most frequent first. */
export function MistakeList({
  summary: { mistakes, withoutHint },
}: {
  readonly summary: Pick<Summary, "mistakes" | "withoutHint">;
}): JSX.Element {
  const rest = mistakes.length - mostMistakes;
  return (
    <>
      {mistakes.length + withoutHint.length === 0 && <p>No points were lost to one.</p>}
      {mistakes.length > 0 && (
        <ol class="mistakes">
          {mistakes.slice(0, mostMistakes).map((mistake) => (
            <Item key={mistake.hint} mistake={mistake} />
          ))}
        </ol>
      )}
      {rest > 0 && <p class="remark">{counted(rest, "rarer mistake")} left out.</p>}
      {withoutHint.length > 0 && (
        <>
          <p class="remark">{counted(withoutHint.length, "student")} failed a test that gave no hint:</p>
          <Students rows={withoutHint} shown={mostNames} />
        </>
      )}
    </>
  );
}

function Item({ mistake: { hint, varies, gradeIds, students } }: { readonly mistake: Mistake }): JSX.Element {
  return (
    <li>
      <p>
        <strong>{counted(students.length, "student")}</strong>{" "}
        <span dir="auto">
          <Prose text={printable(hint, 500)} />
        </span>
        {varies && <small> (also with other numbers or names)</small>}
      </p>
      <p class="remark">
        {gradeIds.map((gradeId) => (
          <code key={gradeId}>{printable(gradeId, 200)}</code>
        ))}
      </p>
      <Students rows={students} shown={mostNames} />
    </li>
  );
}
