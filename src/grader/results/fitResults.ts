import type { AnswerResult, EvidenceResult, Results, TestResult } from "./Results.js";
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
  const sizes = texts.map(textBytes);
  const bySize = [...sizes.keys()].sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0));
  const given: number[] = [];
  let left = total;
  for (const [rank, index] of bySize.entries()) {
    const share = Math.min(sizes[index] ?? 0, Math.floor(left / (bySize.length - rank)));
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
  let kept = text;
  for (let size = textBytes(kept); size > bytes; size = textBytes(kept)) {
    kept = kept.slice(0, Math.floor(kept.length * Math.min(0.95, bytes / size)));
  }
  if (kept === text) return text;
  const end = kept.lastIndexOf("\n");
  return `${kept.slice(0, end > kept.length / 2 ? end + 1 : undefined)}…`;
}

function fitEvidence(evidence: EvidenceResult, bytes: number): EvidenceResult {
  let fitted = evidence;
  while (sizeOf(fitted) > bytes && fitted.calls.length > 0) {
    fitted = { ...fitted, calls: fitted.calls.slice(0, -1), more_calls: (fitted.more_calls ?? 0) + 1 };
  }
  if (sizeOf(fitted) <= bytes) return fitted;
  const { what, expected = "", seen = "", also: _, ...rest } = fitted;
  const half = Math.floor(bytes / 3);
  return {
    ...rest,
    ...(what !== undefined && { what: cut(what, half) }),
    expected: cut(expected, half),
    seen: cut(seen, half),
  };
}

function fitList<Item>(items: readonly Item[], bytes: number): readonly Item[] {
  let count = items.length;
  while (count > 1 && sizeOf(items.slice(0, count)) > bytes) count--;
  return items.slice(0, count);
}

function fitNotes(notes: readonly string[]): readonly string[] {
  const kept = fitList(notes, room.notes);
  if (kept.length === notes.length) return notes;
  return [...kept, `${notes.length - kept.length} more notes are left out.`];
}

function sizeOf(value: unknown): number {
  return textBytes(JSON.stringify(value));
}
