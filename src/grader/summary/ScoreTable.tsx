import type { JSX } from "preact";
import { counted, type ScoreBin, type Scores } from "../statistics/index.js";
import { Bar } from "./Bar.js";

/** How many have which score: a bar for each. */
export function ScoreTable({ scores }: { readonly scores: Scores }): JSX.Element {
  const { bins, unit } = scores;
  const whole = Math.max(1, ...bins.map(({ settled, waiting }) => settled + waiting));
  const isWaiting = bins.some(({ waiting }) => waiting > 0);
  return (
    <table class="bars">
      <caption>
        Students by score, in {unit}
        {isWaiting && "; some wait for a person, so that their score may change"}
      </caption>
      <thead>
        <tr>
          <th scope="col">{unit === "points" ? "Points" : "Percent"}</th>
          <th scope="col" colSpan={2}>
            Students
          </th>
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <Row key={bin.label} bin={bin} whole={whole} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  bin: { label, settled, waiting },
  whole,
}: {
  readonly bin: ScoreBin;
  readonly whole: number;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Bar
          whole={whole}
          parts={[
            { kind: "full", length: settled },
            { kind: "waiting", length: waiting },
          ]}
        />
      </td>
      <td class="number">
        {settled + waiting}
        {waiting > 0 && <small> {counted(waiting, "waits", "wait")}</small>}
      </td>
    </tr>
  );
}
