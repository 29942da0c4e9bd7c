import type { JSX } from "preact";
import { type ExerciseSummary, numberText } from "../statistics/index.js";
import { printable } from "../submission/index.js";
import { Bar } from "./Bar.js";

/** What students have of each exercise's points. */
export function ExerciseTable({
  exercises,
}: {
  readonly exercises: readonly ExerciseSummary[];
}): JSX.Element {
  return (
    <table class="exercises">
      <caption>Mean points, and how many have all, some or none of them</caption>
      <thead>
        <tr>
          <th scope="col">Exercise</th>
          <th scope="col">Mean</th>
          <th scope="col">All, some, none</th>
        </tr>
      </thead>
      <tbody>
        {exercises.map((exercise) => (
          <Row key={exercise.gradeId} exercise={exercise} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ exercise }: { readonly exercise: ExerciseSummary }): JSX.Element {
  const { gradeId, maxPoints, mean, full, some, none, waiting } = exercise;
  const settled = full + some + none;
  return (
    <tr>
      <th scope="row">
        <code>{printable(gradeId, 200)}</code>
      </th>
      <td class="number">{settled === 0 ? "–" : `${numberText(mean)} of ${numberText(maxPoints)}`}</td>
      <td>
        <Bar
          whole={Math.max(1, settled + waiting)}
          parts={[
            { kind: "full", length: full },
            { kind: "some", length: some },
            { kind: "waiting", length: waiting },
          ]}
        />
        <span class="legend">
          <Key kind="full" text={`${full} all`} />
          <Key kind="some" text={`${some} some`} />
          <Key kind="none" text={`${none} none`} />
          {waiting > 0 && <Key kind="waiting" text={`${waiting} waiting for a person`} />}
        </span>
      </td>
    </tr>
  );
}

function Key({ kind, text }: { readonly kind: string; readonly text: string }): JSX.Element {
  return (
    <span class="key">
      <svg class="bar swatch" aria-hidden="true">
        <rect class={kind} width="100%" height="100%" />
      </svg>
      {text}
    </span>
  );
}
