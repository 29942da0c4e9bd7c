import { pointsText } from "../feedback/index.js";
import type { GradedTest } from "../gradebook/index.js";
import { type AnswerResult, type EvidenceResult, evidenceResult, type TestResult } from "../results/index.js";
import type { Explaining } from "./explain.js";
import { shown } from "./Writer.js";
import { whyPoints } from "./whyPoints.js";

const indent = 2;

/** How the points of one test came about, from its calls to its verdict and to a person's word. */
export function explainTest(test: GradedTest, found: TestResult, explaining: Explaining): void {
  const { writer, colours, hidden } = explaining;
  const paint = found.verdict === "passed" ? colours.green : colours.yellow;
  writer.gap();
  writer.ends(
    test.grade_id,
    `${found.verdict}  ${pointsText(found.points)} of ${pointsText(found.max_points)}`,
    paint,
  );
  if (found.cells && found.cells.length > 0) tell("rests on", found.cells.join(", "), explaining);
  if (found.evidence) tellEvidence(found.evidence, explaining);
  if (found.message !== "") tell("said", found.message, explaining);
  if (found.hint !== undefined) tell("hint", found.hint, explaining);
  tellPlaces(found, explaining);
  if (found.answer !== undefined) writer.prose(found.answer, { indent, label: "answer" });
  const asked = hidden?.get(test.grade_id);
  if (asked) {
    writer.prose("Hidden part, never shown to students:", { indent, paint: colours.dim });
    tellEvidence(evidenceResult(asked), explaining);
    if (asked.message !== undefined) tell("said", asked.message, explaining);
  }
  tell("so", whyPoints(found), explaining);
  if (test.override) {
    const { who, why, points } = test.override;
    tell("person", `${who} gave ${pointsText(points)} instead: ${why}`, explaining);
  }
}

function tell(label: string, text: string, { writer }: Explaining): void {
  writer.prose(text, { indent, label });
}

function tellEvidence(evidence: EvidenceResult, { writer, colours }: Explaining): void {
  for (const { call, result, threw, times } of evidence.calls) {
    writer.printed(times === undefined ? call : `${call}  (${times} times)`, { indent, label: "asked" });
    writer.printed(result, {
      indent,
      label: threw ? "threw" : "got",
      paint: threw ? colours.red : colours.dim,
    });
  }
  const { more_calls, what, expected, seen, also = [] } = evidence;
  if (more_calls !== undefined) writer.prose(`… and ${more_calls} more`, { indent, label: "asked" });
  if (what !== undefined) writer.prose(what, { indent, label: "checked" });
  if (expected !== undefined) writer.printed(expected, { indent, label: "expected", paint: colours.green });
  if (seen !== undefined) writer.printed(seen, { indent, label: "seen", paint: colours.red });
  if (also.length > 0) writer.prose(also.join(", "), { indent, label: "also not" });
}

/** The lines of the student's code that something points at. */
function tellPlaces({ marks = [], type_errors = [] }: TestResult, explaining: Explaining): void {
  for (const mark of marks) tellPlace("in code", mark, explaining);
  for (const error of type_errors) tellPlace("types", error, explaining);
}

interface Place {
  readonly cell: string;
  readonly line: number;
  readonly column?: number | undefined;
  readonly message: string;
}

function tellPlace(label: string, { cell, line, column, message }: Place, explaining: Explaining): void {
  const { writer, answers } = explaining;
  const where = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  writer.prose(`${cell}, ${where}: ${message}`, { indent, label });
  const text = lineOf(answers, cell, line);
  if (text === undefined) return;
  const start = `${line} | `;
  const room = writer.room({ indent, label }) - start.length;
  // Of a long line, what is around the place.
  const from = column === undefined || column < room ? 0 : column - Math.floor(room / 2);
  writer.printed(start + text.slice(from, from + room).trimEnd(), { indent, label: " " });
  if (column === undefined) return;
  const before = " ".repeat(start.length + shown(text.slice(from, column - 1)).length);
  writer.printed(`${before}^`, { indent, label: " " });
}

function lineOf(answers: readonly AnswerResult[], cell: string, line: number): string | undefined {
  const found = answers.find((answer) => answer.cell === cell);
  return found?.source.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1];
}
