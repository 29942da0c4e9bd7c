import type { JSX } from "preact";
import type { Grade } from "../gradebook/index.js";
import { pageText } from "../page/index.js";
import { handedIn } from "./handedIn.js";
import { Icon } from "./Icon.js";
import { TestTitle } from "./TestCard.js";
import { earned, pointsText, wordsFor } from "./verdictWords.js";

/** The top of the page: whose feedback it is, the points, and a line for each test. */
export function Overview({ grade }: { readonly grade: Grade }): JSX.Element {
  const { name, student, results, lateness } = grade;
  const time = lateness && handedIn(lateness);
  return (
    <header class="card overview">
      <div class="top">
        <div>
          <p class="kicker">Your feedback</p>
          <h1>{pageText(results.assignment.name)}</h1>
          <p class="who">
            <bdi>{pageText(name ?? student)}</bdi>
            {name !== undefined && name !== student && <bdi class="faint"> ({pageText(student)})</bdi>}
          </p>
        </div>
        <Ring score={grade.score} maxScore={grade.maxScore} />
      </div>
      <div>
        <p class="lead">{lead(grade)}</p>
        {time !== undefined && <p class="faint">{pageText(time)}</p>}
      </div>
      {grade.override && (
        <aside class="callout person" aria-label="A person's decision">
          <p>
            <strong>
              {pageText(grade.override.who)} gave {pointsText(grade.override.points)} points for all of it.
            </strong>{" "}
            {pageText(grade.override.why)}
          </p>
          <p class="faint">They count instead of the points of the single tests below.</p>
        </aside>
      )}
      {grade.tests.length > 1 && !isUntested(grade) && <List grade={grade} />}
    </header>
  );
}

/** The points as a ring that closes with the last of them. */
function Ring({ score, maxScore }: { readonly score: number; readonly maxScore: number }): JSX.Element {
  const [radius, share] = [44, maxScore > 0 ? Math.min(1, Math.max(0, score / maxScore)) : 0];
  const length = 2 * Math.PI * radius;
  return (
    <p class="ring">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle class="rest" cx="50" cy="50" r={radius} />
        {share > 0 && (
          <circle
            class="done"
            cx="50"
            cy="50"
            r={radius}
            stroke-dasharray={`${(share * length).toFixed(2)} ${length.toFixed(2)}`}
            transform="rotate(-90 50 50)"
          />
        )}
      </svg>
      <span class="score">
        <strong>{pointsText(score)}</strong>
        <span>
          of {pointsText(maxScore)}
          <span class="shown"> points</span>
        </span>
      </span>
    </p>
  );
}

function List({ grade }: { readonly grade: Grade }): JSX.Element {
  return (
    <nav aria-label="Tests">
      <ul class="list">
        {grade.tests.map((test, index) => {
          const { tone, label } = wordsFor(test);
          return (
            <li key={test.grade_id}>
              <a href={`#test-${index + 1}`}>
                <Icon tone={tone} />
                <TestTitle gradeId={test.grade_id} />
              </a>
              <span class="label">{label}</span>
              <span class="points">
                {earned(test)} / {pointsText(test.max_points)}
              </span>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Then there are no parts of the page to lead to. */
function isUntested({ results }: Grade): boolean {
  return results.tests.some(({ verdict }) => verdict === "unreadable" || verdict === "wrong_assignment");
}

/** One sentence for the whole: what is right, and what waits. */
function lead({ tests, verdict, results, override }: Grade): string {
  const count = (wanted: string): number => tests.filter((test) => wordsFor(test).tone === wanted).length;
  const pending = tests.filter((test) => test.verdict === "pending").length;
  if (verdict === "unreadable") return "Your file could not be read as a notebook, so nothing was tested.";
  if (verdict === "wrong_assignment")
    return "Your file belongs to another assignment, so nothing was tested.";
  if (tests.length === 0) return "There was nothing to test.";
  if (override !== undefined) return "A person decided over all of it. Below is what each test saw.";
  if (count("good") === tests.length) return "Everything is right. Well done!";
  const waits =
    pending === 0
      ? ""
      : pending === 1
        ? " One answer waits for a person."
        : ` ${pending} answers wait for a person.`;
  const right = count("good");
  const asked = tests.length - pending;
  if (asked === 0) return waits.trim();
  if (right === asked) return `Everything that a program can test is right.${waits}`;
  const start =
    right === 0 ? "Not there yet" : `${right} of ${asked} ${asked === 1 ? "test" : "tests"} passed`;
  const hints = results.tests.some(({ hint }) => hint !== undefined);
  return `${start}. Below is what each test saw${hints ? ", with hints on what to mend" : ""}.${waits}`;
}
