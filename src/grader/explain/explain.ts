import picocolors from "picocolors";
import { handedIn, pointsText } from "../feedback/index.js";
import type { Grade } from "../gradebook/index.js";
import type { HiddenEvidence } from "../judge/TestEvidence.js";
import type { AnswerResult } from "../results/index.js";
import { explainTest } from "./explainTest.js";
import { Writer } from "./Writer.js";

type Colours = ReturnType<typeof picocolors.createColors>;

export interface ExplainOptions {
  /** Characters of a line; 80 when left out. */
  readonly width?: number;
  /** Of picocolors; none when left out. */
  readonly colours?: Colours;
  /** By grade_id; left out: nothing is said of hidden tests beyond the verdict. */
  readonly hidden?: ReadonlyMap<string, HiddenEvidence>;
}

export interface Explaining {
  readonly writer: Writer;
  readonly colours: Colours;
  readonly answers: readonly AnswerResult[];
  readonly hidden?: ReadonlyMap<string, HiddenEvidence>;
}

/**
 * Tells a person how each point of a submission came about, step by step: what was read and put right, how the cells
 * ran, what each test asked, got and expected, what followed from it, and what a person decided. For a terminal.
 *
 * @returns text of several lines; nothing that a student wrote can steer the terminal
 */
export function explain(grade: Grade, options: ExplainOptions = {}): string {
  const { width = 80, colours = picocolors.createColors(false), hidden } = options;
  const writer = new Writer(Math.max(40, Math.min(width, 120)));
  const answers = grade.results.answers ?? [];
  const explaining = { writer, colours, answers, ...(hidden && { hidden }) };
  tellHead(grade, explaining);
  tellPreparation(grade, explaining);
  heading("Tests", explaining);
  if (grade.tests.length === 0) writer.prose("The assignment has none.");
  for (const [index, test] of grade.tests.entries()) {
    explainTest(test, grade.results.tests[index] ?? test, explaining);
  }
  tellSum(grade, explaining);
  return writer.text();
}

function heading(text: string, { writer, colours }: Explaining): void {
  writer.gap();
  writer.prose(text, { paint: colours.bold });
}

function tellHead(grade: Grade, { writer, colours }: Explaining): void {
  const { student, name, results, path, lateness } = grade;
  const { assignment, grader_version, sandbox, submission_hash } = results;
  const who = name === undefined || name === student ? student : `${name} (${student})`;
  writer.ends(
    `${assignment.name}: ${who}`,
    `${pointsText(grade.score)} of ${pointsText(grade.maxScore)}`,
    colours.bold,
  );
  writer.prose(path, { label: "file" });
  writer.prose(submission_hash, { label: "SHA-256", paint: colours.dim });
  writer.prose(
    `${assignment.name}, version ${assignment.version}, answer key ${assignment.hash.slice(0, 16)}…`,
    {
      label: "against",
    },
  );
  writer.prose(`initlab ${grader_version}, sandbox ${sandbox}`, { label: "by" });
  const time = lateness && handedIn(lateness);
  if (time !== undefined && time !== "") writer.prose(time, { label: "time" });
}

/** What happened before the first test. */
function tellPreparation({ results }: Grade, explaining: Explaining): void {
  const { writer } = explaining;
  const { repairs, notes, tests } = results;
  const stopped = tests.find(({ verdict }) => verdict === "unreadable" || verdict === "wrong_assignment");
  heading("Reading and matching", explaining);
  if (stopped) writer.prose(stopped.message);
  else if (repairs.length === 0) writer.prose("The notebook was read, and every cell was where it belongs.");
  else writer.prose("The notebook was read, and put right in this:");
  for (const { message } of repairs) writer.prose(message, { indent: 2, label: "repaired" });
  if (stopped) return;
  heading("Running", explaining);
  if (notes.length === 0) writer.prose("All cells ran in their order, and nothing went wrong.");
  for (const note of notes) writer.prose(note, { indent: 2, label: "note" });
}

function tellSum(grade: Grade, explaining: Explaining): void {
  const { writer } = explaining;
  heading("Sum", explaining);
  const points = grade.tests.map((test) => pointsText(test.points));
  const sum = Number(grade.tests.reduce((total, test) => total + test.points, 0).toFixed(9));
  if (points.length > 0)
    writer.prose(`${points.join(" + ")} = ${pointsText(sum)} of ${pointsText(grade.maxScore)}`);
  if (grade.override) {
    const { who, why } = grade.override;
    writer.prose(`${who} gave ${pointsText(grade.override.points)} for all of it instead: ${why}`);
  }
  for (const reason of grade.needsPerson) writer.prose(reason, { label: "to do" });
  for (const warning of grade.warnings) writer.prose(warning, { label: "warning" });
}
