import type { JSX } from "preact";
import { numberText, type Summary } from "../statistics/index.js";

/** The few numbers that are looked for first. */
export function Figures({ summary }: { readonly summary: Summary }): JSX.Element {
  const { handedIn, scores, waiting, late, missing } = summary;
  const percent = scores?.unit === "percent" ? " %" : "";
  const figures: (readonly [string, string | number])[] = [
    ["handed in", handedIn],
    ...(scores === undefined
      ? []
      : ([
          [`mean of ${numberText(scores.maxScore)}${percent}`, numberText(scores.mean) + percent],
          ["median", numberText(scores.median) + percent],
          ["full marks", scores.fullMarks],
        ] as const)),
    ["for a person", waiting],
    ["late", late.length],
    ["missing", missing.length],
  ];
  return (
    <dl class="figures">
      {figures.map(([label, value]) => (
        <div key={label} class="card">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
