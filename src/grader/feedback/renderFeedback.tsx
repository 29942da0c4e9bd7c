import type { JSX } from "preact";
import type { Grade } from "../gradebook/index.js";
import { Page, pageText, renderPage } from "../page/index.js";
import type { TestResult } from "../results/index.js";
import { feedbackStyles } from "./feedbackStyles.js";
import { Chip } from "./Icon.js";
import { Overview } from "./Overview.js";
import { TestCard } from "./TestCard.js";
import { verdictWords } from "./verdictWords.js";

/**
 * The text of `feedback.html`: a page for the student that needs nothing but itself. It tells the points, what each test
 * asked, saw and expected, hints, and where in the student's code something went wrong. The same grade gives the same
 * bytes; whatever a student wrote is text on it and nothing else.
 */
export function renderFeedback(grade: Grade): string {
  const { assignment } = grade.results;
  const title = `Feedback on ${pageText(assignment.name)} for ${pageText(grade.name ?? grade.student)}`;
  return renderPage(
    <Page title={title} styles={feedbackStyles}>
      <div class="page">
        <Overview grade={grade} />
        <main>
          <Tests grade={grade} />
          <Sentences
            id="repairs"
            title="What we put right before grading"
            lead="Your notebook was not quite as it was handed out. This was mended, and cost you nothing:"
            sentences={grade.results.repairs.map(({ message }) => message)}
          />
          <Sentences
            id="notes"
            title="Worth knowing"
            lead="What else happened when your notebook ran:"
            sentences={grade.results.notes}
          />
        </main>
        <Origin grade={grade} />
      </div>
    </Page>,
  );
}

function Tests({ grade }: { readonly grade: Grade }): JSX.Element {
  const { tests, results } = grade;
  const why = results.tests.find(({ verdict }) => verdict === "unreadable" || verdict === "wrong_assignment");
  return (
    <>
      {why && <NothingTested why={why} />}
      {tests.map((test, index) => {
        // Where nothing was tested, each test has the same to say, but for what a person decided.
        if (why !== undefined && test.override === undefined) return null;
        return (
          <TestCard
            key={test.grade_id}
            id={`test-${index + 1}`}
            test={test}
            found={results.tests[index] ?? test}
            answers={results.answers ?? []}
          />
        );
      })}
    </>
  );
}

function NothingTested({ why }: { readonly why: TestResult }): JSX.Element {
  const { tone, label, advice } = verdictWords[why.verdict];
  return (
    <section class="card test" aria-labelledby="nothing">
      <header>
        <h2 id="nothing">Why nothing was tested</h2>
        <Chip tone={tone} label={label} />
      </header>
      <p class="message">{pageText(why.message)}</p>
      <p class="faint">{advice}</p>
    </section>
  );
}

interface SentencesProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly sentences: readonly string[];
}

function Sentences({ id, title, lead, sentences }: SentencesProps): JSX.Element | null {
  if (sentences.length === 0) return null;
  return (
    <section class="card sentences" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="faint">{lead}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{pageText(sentence)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Where the grader keeps submissions is no business of the student's. */
function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** What somebody needs who wants to know how these points came about. */
function Origin({ grade }: { readonly grade: Grade }): JSX.Element {
  const { results, path } = grade;
  const { assignment, grader_version, submission_hash } = results;
  return (
    <footer class="faint">
      <p>
        Graded by initlab {pageText(grader_version)}, assignment {pageText(assignment.name)} version{" "}
        {pageText(assignment.version)}.
      </p>
      <p>
        File: {pageText(nameOf(path))} <span class="hash">(SHA-256 {submission_hash.slice(0, 16)}…)</span>
      </p>
      <p>Do you think something is not right? Show this page to your teachers.</p>
    </footer>
  );
}
