import { type EvidenceResult, type Results, resultsSchema, type TestResult } from "./Results.js";

/** Invisible characters that JSON would leave as they are: a file that is shown in a terminal should not steer it. */
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The text of results.json. The same results give the same bytes.
 *
 * @throws {z.ZodError} when they break the schema, which is a fault of the grader
 */
export function serializeResults(results: Results): string {
  resultsSchema.parse(results);
  const text = JSON.stringify(inOrder(results), null, 2).replace(invisible, escapeUnits);
  return `${text}\n`;
}

/** How much a text takes in the file. */
export function textBytes(text: string): number {
  const json = JSON.stringify(text);
  let bytes = Buffer.byteLength(json);
  // Each unit of theirs is written as an escape of six characters.
  for (const [hidden] of json.matchAll(invisible)) bytes += 6 * hidden.length - Buffer.byteLength(hidden);
  return bytes;
}

/** Keys in the schema's order, whoever put the object together. */
function inOrder(results: Results): Results {
  return {
    schema_version: results.schema_version,
    student: results.student,
    submission_hash: results.submission_hash,
    assignment: {
      name: results.assignment.name,
      version: results.assignment.version,
      hash: results.assignment.hash,
    },
    grader_version: results.grader_version,
    sandbox: results.sandbox,
    verdict: results.verdict,
    score: results.score,
    max_score: results.max_score,
    tests: results.tests.map(testInOrder),
    repairs: results.repairs.map(({ kind, grade_id, message }) => ({ kind, grade_id, message })),
    notes: results.notes,
    answers: results.answers?.map(({ cell, grade_id, source, cut }) => ({ cell, grade_id, source, cut })),
    key: results.key,
  };
}

function testInOrder(test: TestResult): TestResult {
  return {
    grade_id: test.grade_id,
    verdict: test.verdict,
    points: test.points,
    max_points: test.max_points,
    visibility: test.visibility,
    message: test.message,
    hint: test.hint,
    evidence: test.evidence && evidenceInOrder(test.evidence),
    marks: test.marks?.map(({ cell, line, column, message }) => ({ cell, line, column, message })),
    type_errors: test.type_errors?.map(({ cell, line, column, code, message }) => {
      return { cell, line, column, code, message };
    }),
    cells: test.cells,
    answer: test.answer,
  };
}

function evidenceInOrder({ calls, more_calls, what, expected, seen, also }: EvidenceResult): EvidenceResult {
  const inOrder = calls.map(({ call, result, threw, times }) => ({ call, result, threw, times }));
  return { calls: inOrder, more_calls, what, expected, seen, also };
}

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
