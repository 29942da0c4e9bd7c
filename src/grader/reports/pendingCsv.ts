import { tableText } from "../csv/index.js";

/** An answer that waits for a person's points. */
export interface PendingAnswer {
  readonly student: string;
  readonly name?: string;
  /** The grade_id of the answer's cell. */
  readonly test: string;
  readonly maxPoints: number;
  readonly text: string;
}

/**
 * The text of `pending.csv`: the answers that wait for a person, with what the student wrote. Its first columns are those
 * of overrides.csv: with points, who and why filled in, its lines can be taken over there as they are.
 */
export function pendingCsv(answers: readonly PendingAnswer[]): string {
  return tableText(
    ["student", "test", "points", "who", "why", "maximum", "name", "answer"],
    answers.map(({ student, name, test, maxPoints, text }) => [
      ...[student, test, undefined, undefined, undefined],
      ...[maxPoints, name, text.split(/\r?\n/)],
    ]),
  );
}
