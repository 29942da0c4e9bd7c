import type { JSX } from "preact";
import type { GradedTest, Override } from "../gradebook/index.js";
import { Prose, pageText } from "../page/index.js";
import type { AnswerResult, TestResult } from "../results/index.js";
import { Code, type Remark } from "./Code.js";
import { Calls, Comparison } from "./Evidence.js";
import { Chip } from "./Icon.js";
import { earned, hiddenAdvice, pointsText, titleOf, wordsFor } from "./verdictWords.js";

export interface TestCardProps {
  readonly key: string;
  readonly id: string;
  readonly test: GradedTest;
  /** As the grader found it, before a person's word. */
  readonly found: TestResult;
  readonly answers: readonly AnswerResult[];
}

/** All that there is to say of one test. */
export function TestCard({ id, test, found, answers }: TestCardProps): JSX.Element {
  const words = wordsFor(test);
  const isLost = found.points < found.max_points && found.verdict !== "pending";
  return (
    <article class="card test" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>
          <TestTitle gradeId={test.grade_id} />
        </h2>
        <p class="outcome">
          <Chip tone={words.tone} label={words.label} />
          <span class="points">
            <strong>{earned(test)}</strong> of {pointsText(test.max_points)} points
          </span>
        </p>
      </header>
      {test.override && <PersonsWord override={test.override} found={found} />}
      <Finding found={found} isDecided={test.override !== undefined} />
      {found.evidence && <Comparison evidence={found.evidence} />}
      <Answers found={found} answers={answers} isOpen={isLost} />
      {found.evidence && <Calls evidence={found.evidence} isOpen={isLost} />}
      {found.answer !== undefined && <Written text={found.answer} />}
    </article>
  );
}

/** Names break where their parts meet. */
export function TestTitle({ gradeId }: { readonly gradeId: string }): JSX.Element {
  const parts = pageText(titleOf(gradeId)).split(/(?<=[_-])/);
  return <code class="name">{parts.map((part, index) => (index === 0 ? part : [<wbr />, part]))}</code>;
}

function PersonsWord({ override, found }: { override: Override; found: TestResult }): JSX.Element {
  const { who, why, points } = override;
  const { label } = wordsFor(found);
  return (
    <aside class="callout person" aria-label="A person's decision">
      <p>
        <strong>
          {pageText(who)} gave {pointsText(points)} points.
        </strong>{" "}
        {pageText(why)}
      </p>
      {found.verdict !== "pending" && (
        <p class="faint">
          The grader had found: {label.toLowerCase()}, {pointsText(found.points)} points.
        </p>
      )}
    </aside>
  );
}

function Finding({ found, isDecided }: { found: TestResult; isDecided: boolean }): JSX.Element | null {
  const { verdict, message, hint, visibility } = found;
  if (verdict === "pending") return isDecided ? null : <p>{wordsFor(found).advice}</p>;
  const advice = visibility === "hidden" && verdict === "failed" ? hiddenAdvice : wordsFor(found).advice;
  return (
    <>
      {message !== "" && (
        <p class="message">
          <Prose text={message} />
        </p>
      )}
      {advice !== "" && <p class="faint">{advice}</p>}
      {hint !== undefined && (
        <aside class="callout tip" aria-label="Hint">
          <p>
            <strong>Hint</strong> <Prose text={hint} />
          </p>
        </aside>
      )}
    </>
  );
}

interface AnswersProps {
  readonly found: TestResult;
  readonly answers: readonly AnswerResult[];
  readonly isOpen: boolean;
}

function Answers({ found, answers, isOpen }: AnswersProps): JSX.Element | null {
  const remarks = remarksOn(found);
  const shown = answers.filter(({ cell }) => found.cells?.includes(cell) || remarks.has(cell));
  const cells = new Set(shown.map(({ cell }) => cell));
  const elsewhere = [...remarks].filter(([cell]) => !cells.has(cell));
  if (shown.length === 0 && elsewhere.length === 0) return null;
  return (
    <details class="more" open={isOpen}>
      <summary>Your code</summary>
      {shown.map(({ cell, source, cut }) => (
        <Code key={cell} cell={cell} source={source} remarks={remarks.get(cell) ?? []} isCut={cut === true} />
      ))}
      {elsewhere.flatMap(([cell, list]) => list.map((remark) => <Elsewhere cell={cell} remark={remark} />))}
    </details>
  );
}

function Elsewhere({ cell, remark }: { cell: string; remark: Remark }): JSX.Element {
  const { kind, line, message } = remark;
  return (
    <p>
      <strong>{kind}</strong> in {pageText(cell)}, line {line}: {pageText(message)}
    </p>
  );
}

/** By cell: where it threw or is no TypeScript, and what the compiler says of its types. */
function remarksOn({ marks = [], type_errors = [] }: TestResult): ReadonlyMap<string, readonly Remark[]> {
  const remarks = new Map<string, Remark[]>();
  const add = (cell: string, remark: Remark): void =>
    void remarks.set(cell, [...(remarks.get(cell) ?? []), remark]);
  for (const { cell, ...mark } of marks) add(cell, { ...mark, kind: kindOf(mark.message) });
  for (const { cell, ...error } of type_errors) add(cell, { ...error, kind: "Type" });
  return remarks;
}

/** What was thrown begins with the error's name; what is no TypeScript does not. */
function kindOf(message: string): string {
  return /^\w*Error\b/.test(message) ? "Threw" : "Error";
}

function Written({ text }: { readonly text: string }): JSX.Element {
  return (
    <details class="more" open>
      <summary>Your answer</summary>
      <p class="written" dir="auto">
        {pageText(text)}
      </p>
    </details>
  );
}
