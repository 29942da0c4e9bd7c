import type { Child, JSX } from "preact";
import { pageText } from "../page/index.js";

/** Something to say about a place in a cell. */
export interface Remark {
  readonly line: number;
  readonly column?: number | undefined;
  /** What kind of thing it is: "Error", "Type". */
  readonly kind: string;
  readonly message: string;
}

export interface CodeProps {
  readonly cell: string;
  readonly source: string;
  readonly remarks: readonly Remark[];
  readonly isCut: boolean;
}

/** A student's cell with the numbers of its lines, and remarks beneath the lines they are about. */
export function Code({ cell, source, remarks, isCut }: CodeProps): JSX.Element {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll only what can have the focus.
    <section class="code" tabIndex={0} aria-label={`Your code: ${pageText(cell)}`}>
      <ol class="lines">
        {lines.map((text, index) => {
          const here = remarks.filter(({ line }) => line === index + 1);
          return <Line key={index} number={index + 1} text={text} remarks={here} />;
        })}
      </ol>
      {isCut && <p class="cut faint">The rest is left out here.</p>}
    </section>
  );
}

interface LineProps {
  readonly key: number;
  readonly number: number;
  readonly text: string;
  readonly remarks: readonly Remark[];
}

function Line({ number, text, remarks }: LineProps): JSX.Element {
  return (
    <li class={remarks.length > 0 ? "marked" : undefined}>
      <span class="number">
        {remarks.length > 0 && <span class="unseen">Look here, line </span>}
        {number}
      </span>
      <code>{text === "" ? " " : <Marked text={text} remarks={remarks} />}</code>
      {remarks.map((remark) => (
        <Beneath key={JSON.stringify(remark)} text={text} remark={remark} />
      ))}
    </li>
  );
}

/** A line with the words marked that remarks are about: where lines are broken, no caret can point at them. */
function Marked({ text, remarks }: Pick<LineProps, "text" | "remarks">): JSX.Element {
  const starts = new Set(remarks.flatMap(({ column }) => (column === undefined ? [] : [column - 1])));
  const pieces: Child[] = [];
  let end = 0;
  for (const start of [...starts].sort((one, other) => one - other)) {
    const [word] = start < end ? [] : (/^[\p{ID_Continue}$]+|^\S/u.exec(text.slice(start)) ?? []);
    if (word === undefined) continue;
    pieces.push(pageText(text.slice(end, start)), <mark>{pageText(word)}</mark>);
    end = start + word.length;
  }
  return (
    <>
      {pieces}
      {pageText(text.slice(end))}
    </>
  );
}

/** A caret beneath the place, and the message. */
function Beneath({ text, remark }: { key: string; text: string; remark: Remark }): JSX.Element {
  const { column, kind, message } = remark;
  return (
    <>
      {column !== undefined && (
        <code class="caret" aria-hidden="true">
          {pageText(text.slice(0, column - 1)).replaceAll(/[^\t]/g, " ")}^
        </code>
      )}
      <p class="remark">
        <strong>{kind}</strong> {pageText(message)}
      </p>
    </>
  );
}
