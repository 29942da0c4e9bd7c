import type { Grade, GradedTest } from "../gradebook/index.js";
import { plainText } from "./plainText.js";
import { submissionLines } from "./submissionLines.js";
import { testLines } from "./testLines.js";

/** Gradescope's `results.json`; of its optional fields those that are of use. */
export interface GradescopeResults {
  readonly score: number;
  readonly output: string;
  readonly output_format: "text";
  readonly visibility: "visible";
  readonly stdout_visibility: "hidden";
  readonly extra_data: Readonly<Record<string, string>>;
  readonly tests: readonly GradescopeTest[];
}

export interface GradescopeTest {
  readonly name: string;
  readonly score: number;
  readonly max_score: number;
  readonly status: "passed" | "failed";
  readonly output: string;
  readonly output_format: "text";
  readonly visibility: "visible" | "after_published";
  readonly extra_data: Readonly<Record<string, string>>;
}

/**
 * What Gradescope shows of a grade. All text is plain text there, so that nothing a student wrote becomes markup. A test
 * whose verdict rests on hidden tests is shown once the grades are published: until then, handing in again and again
 * tells nothing about them. Gradescope hides the total for as long as a test is hidden.
 *
 * Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export function gradescopeResults(grade: Grade): GradescopeResults {
  const { assignment, grader_version: version, submission_hash: submission } = grade.results;
  return {
    score: grade.score,
    output: plainText(submissionLines(grade)),
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    extra_data: {
      verdict: grade.verdict,
      assignment: assignment.name,
      assignment_version: assignment.version,
      assignment_hash: assignment.hash,
      submission_hash: submission,
      grader_version: version,
    },
    tests: grade.tests.map(testOf),
  };
}

function testOf(test: GradedTest): GradescopeTest {
  return {
    name: plainText([test.grade_id]),
    score: test.points,
    max_score: test.max_points,
    status: test.verdict === "passed" ? "passed" : "failed",
    output: plainText(testLines(test)),
    output_format: "text",
    visibility: test.visibility === "hidden" ? "after_published" : "visible",
    extra_data: { verdict: test.verdict },
  };
}
