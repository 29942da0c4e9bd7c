import type { Child, JSX } from "preact";
import { Page } from "../page/index.js";
import { counted, type Summary } from "../statistics/index.js";
import { printable } from "../submission/index.js";
import { ExerciseTable } from "./ExerciseTable.js";
import { Figures } from "./Figures.js";
import { LateTable } from "./LateTable.js";
import { MistakeList } from "./MistakeList.js";
import { ScoreTable } from "./ScoreTable.js";
import { Students } from "./Students.js";
import { styles } from "./styles.js";

/** The page about the whole class. */
export function SummaryPage({ summary }: { readonly summary: Summary }): JSX.Element {
  const { assignment, scores, exercises } = summary;
  const name = printable(assignment, 200);
  return (
    <Page title={`${name}: summary`} styles={styles}>
      <main>
        <h1 dir="auto">{name}</h1>
        <Figures summary={summary} />
        {scores && (
          <Section title="Scores">
            <ScoreTable scores={scores} />
          </Section>
        )}
        {scores && exercises.length > 0 && (
          <Section title="Exercises">
            <ExerciseTable exercises={exercises} />
          </Section>
        )}
        <Section title="Most frequent mistakes">
          <MistakeList summary={summary} />
        </Section>
        <ForPerson summary={summary} />
        <Late summary={summary} />
        <Missing summary={summary} />
      </main>
    </Page>
  );
}

function ForPerson({ summary: { reasons, waiting } }: { readonly summary: Summary }): JSX.Element {
  return (
    <Section title="What needs a person" count={waiting}>
      {reasons.length === 0 && <p>Nothing: all grades stand.</p>}
      {reasons.map(({ reason, students }) => (
        <article key={reason}>
          <h3 dir="auto">
            {reason} <small>{counted(students.length, "student")}</small>
          </h3>
          <Students rows={students} />
        </article>
      ))}
    </Section>
  );
}

function Late({ summary }: { readonly summary: Summary }): JSX.Element {
  const { late } = summary;
  return (
    <Section title="Late" count={late.length}>
      {late.length > 0 && <LateTable rows={late} />}
      <p class="remark">{lateRemark(summary)}</p>
    </Section>
  );
}

function Missing({ summary: { missing, hasRoster } }: { readonly summary: Summary }): JSX.Element {
  return (
    <Section title="Missing" count={missing.length}>
      {missing.length > 0 && <Students rows={missing} />}
      {missing.length === 0 && (
        <p class="remark">{hasRoster ? "Nobody." : "Only a roster tells (--roster)."}</p>
      )}
    </Section>
  );
}

function Section({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly children: Child;
}): JSX.Element {
  return (
    <section class="card">
      <h2>
        {title}
        {count !== undefined && count > 0 && <small> {count}</small>}
      </h2>
      {children}
    </section>
  );
}

function lateRemark({ due, late, handedIn, timesKnown }: Summary): string {
  const unknown = handedIn - timesKnown;
  const parts = [
    due === undefined
      ? "Nothing was said about when submissions were due (--due)."
      : `Due ${new Date(due)
          .toISOString()
          .replace("T", " ")
          .replace(/\.\d+Z$/, "")} UTC.`,
    ...(late.length === 0 && due !== undefined && timesKnown > 0 ? ["Nobody was late."] : []),
    ...(unknown > 0 ? [`Nothing tells when ${counted(unknown, "submission")} came.`] : []),
  ];
  return parts.join(" ");
}
