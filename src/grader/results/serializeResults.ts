import { type Results, resultsSchema } from "./Results.js";

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
    tests: results.tests.map((test) => ({
      grade_id: test.grade_id,
      verdict: test.verdict,
      points: test.points,
      max_points: test.max_points,
      visibility: test.visibility,
      message: test.message,
      hint: test.hint,
      type_errors: test.type_errors,
    })),
    repairs: results.repairs.map(({ kind, grade_id, message }) => ({ kind, grade_id, message })),
    notes: results.notes,
  };
}

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
