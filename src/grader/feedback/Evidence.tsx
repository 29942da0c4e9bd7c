import type { JSX } from "preact";
import { pageText } from "../page/index.js";
import type { CallResult, EvidenceResult } from "../results/index.js";
import { Preformatted } from "./Preformatted.js";

/** What was not as expected, beside what it is to be. */
export function Comparison({ evidence }: { readonly evidence: EvidenceResult }): JSX.Element | null {
  const { what, expected, seen, also = [] } = evidence;
  if (expected === undefined || seen === undefined) return null;
  return (
    <section class="comparison">
      <h3>{what === undefined ? "What was not as expected" : capitalized(pageText(what))}</h3>
      <dl class="sides">
        <div class="side seen">
          <dt>Yours</dt>
          <dd>
            <Preformatted text={seen} />
          </dd>
        </div>
        <div class="side expected">
          <dt>Expected</dt>
          <dd>
            <Preformatted text={expected} />
          </dd>
        </div>
      </dl>
      {also.length > 0 && <p class="faint">Not as expected either: {also.map(pageText).join(", ")}.</p>}
    </section>
  );
}

/** What the test asked the student's code, and what came back. */
export function Calls({
  evidence,
  isOpen,
}: {
  evidence: EvidenceResult;
  isOpen: boolean;
}): JSX.Element | null {
  const { calls, more_calls = 0 } = evidence;
  if (calls.length === 0) return null;
  return (
    <details class="more" open={isOpen}>
      <summary>What was called, and what came back</summary>
      <ol class="calls">
        {calls.map((call, index) => (
          <Call key={index} {...call} />
        ))}
      </ol>
      {more_calls > 0 && (
        <p class="faint">
          {more_calls === 1 ? "One more call is left out." : `${more_calls} more calls are left out.`}
        </p>
      )}
    </details>
  );
}

function Call({ call, result, threw, times }: CallResult & { key: number }): JSX.Element {
  return (
    <li>
      <p class="call">
        <code>{pageText(call)}</code>
        {times !== undefined && <span class="faint"> called {times} times, the same each time</span>}
      </p>
      <div class={threw ? "result threw" : "result"}>
        {threw && <strong class="bad">Threw </strong>}
        <Preformatted text={result} />
      </div>
    </li>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
