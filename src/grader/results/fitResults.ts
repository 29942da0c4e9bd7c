import type { AnswerResult, EvidenceResult, Results } from "./Results.js";
import { textBytes } from "./serializeResults.js";

/** Bytes in the file. Together they keep it below some 100 KB, whatever a student hands in. */
const room = {
  sources: 32_000,
  answers: 24_000,
  evidence: 24_000,
  typeErrors: 12_000,
  notes: 8_000,
} as const;

/**
 * Cuts what a student's texts take in the file: every list has its room, and what is in it has even shares. What is
 * left out is told: `cut`, `more_calls`, a last note, or "…" at the end.
 */
export function fitResults(results: Results): Results {
  const { answers = [], tests, notes } = results;
  const sources = shares(
    answers.map(({ source }) => source),
    room.sources,
  );
  const texts = shares(
    tests.map(({ answer = "" }) => answer),
    room.answers,
  );
  const evidence = shares(
    tests.map(({ evidence }) => JSON.stringify(evidence ?? "")),
    room.evidence,
  );
  const errors = shares(
    tests.map(({ type_errors }) => JSON.stringify(type_errors ?? "")),
    room.typeErrors,
  );
  return {
    ...results,
    tests: tests.map((test, index) => ({
      ...test,
      ...(test.answer !== undefined && { answer: cut(test.answer, texts[index] ?? 0) }),
      ...(test.evidence && { evidence: fitEvidence(test.evidence, evidence[index] ?? 0) }),
      ...(test.type_errors && { type_errors: fitList(test.type_errors, errors[index] ?? 0) }),
    })),
    notes: fitNotes(notes),
    ...(results.answers && {
      answers: answers.map((answer, index) => fitAnswer(answer, sources[index] ?? 0)),
    }),
  };
}

/** What each text may take: what one does not need goes to those after it, in order of size. */
function shares(texts: readonly string[], total: number): number[] {
  // A character takes a byte at least, so no more need be looked at.
  const sizes = texts.map((text) => textBytes(text.slice(0, total)));
  const bySize = [...sizes.entries()].sort(([, one], [, other]) => one - other);
  const given: number[] = [];
  let left = total;
  for (const [rank, [index, size]] of bySize.entries()) {
    const share = Math.min(size, Math.floor(left / (bySize.length - rank)));
    given[index] = share;
    left -= share;
  }
  return given;
}

function fitAnswer(answer: AnswerResult, bytes: number): AnswerResult {
  const source = cut(answer.source, bytes);
  return source === answer.source ? answer : { ...answer, source, cut: true };
}

/** Cuts a text to so many bytes in the file, at the end of a line where there is one not far from there. */
function cut(text: string, bytes: number): string {
  let kept = text.slice(0, bytes);
  for (let size = textBytes(kept); size > bytes; size = textBytes(kept)) {
    kept = kept.slice(0, Math.floor(kept.length * Math.min(0.95, bytes / size)));
  }
  if (kept === text) return text;
  const end = kept.lastIndexOf("\n");
  return `${kept.slice(0, end > kept.length / 2 ? end + 1 : undefined)}…`;
}

/** What was seen and expected is worth more than the calls. */
function fitEvidence(evidence: EvidenceResult, bytes: number): EvidenceResult {
  const { calls, more_calls = 0, ...findings } = evidence;
  const fitted = sizeOf(findings) <= bytes ? findings : cutFindings(findings, bytes);
  const kept = fitList(calls, bytes - sizeOf(fitted));
  const more = more_calls + calls.length - kept.length;
  return { calls: kept, ...(more > 0 && { more_calls: more }), ...fitted };
}

type Findings = Omit<EvidenceResult, "calls" | "more_calls">;

function cutFindings({ what, expected, seen }: Findings, bytes: number): Findings {
  const third = Math.floor(bytes / 3);
  return {
    ...(what !== undefined && { what: cut(what, third) }),
    ...(expected !== undefined && { expected: cut(expected, third) }),
    ...(seen !== undefined && { seen: cut(seen, third) }),
  };
}

function fitNotes(notes: readonly string[]): readonly string[] {
  const kept = fitList(notes, room.notes);
  if (kept.length === notes.length) return notes;
  return [...kept, `${notes.length - kept.length} more notes are left out.`];
}

/** As many from the first on as there is room for. */
function fitList<Item>(items: readonly Item[], bytes: number): readonly Item[] {
  let left = bytes;
  const end = items.findIndex((item) => {
    left -= sizeOf(item);
    return left < 0;
  });
  return end === -1 ? items : items.slice(0, end);
}

function sizeOf(value: unknown): number {
  return textBytes(JSON.stringify(value));
}
