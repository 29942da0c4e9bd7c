import type { Grade, GradedTest } from "../gradebook/index.js";
import type { Verdict } from "../Verdict.js";
import { fractionOf } from "./fractionOf.js";
import { plainText } from "./plainText.js";
import { submissionLines } from "./submissionLines.js";
import { testLines } from "./testLines.js";

/** PrairieLearn's `results.json` of an external grader. */
export interface PrairielearnResults {
  /** Left out where nothing could be graded. */
  readonly score?: number;
  readonly gradable: boolean;
  readonly format_errors?: readonly string[];
  readonly message: string;
  readonly tests?: readonly PrairielearnTest[];
}

export interface PrairielearnTest {
  readonly name: string;
  readonly points: number;
  readonly max_points: number;
  readonly message: string;
}

const ungradable: readonly Verdict[] = ["unreadable", "wrong_assignment", "judge_error"];
/** PrairieLearn takes files of 1 MB; the rest is for blank space. */
const mostBytes = 900_000;
/** How long the text of a test may be, where shorter ones are needed. */
const lengths = [4000, 1000, 200, 0] as const;

/**
 * What PrairieLearn shows of a grade. A submission that is no notebook of the assignment, or over which the grader
 * failed, is not gradable there: it costs the student no attempt. PrairieLearn knows no hidden tests: what rests on one is told in general words, as in every
 * feedback.
 *
 * Source: https://docs.prairielearn.com/externalGrading/
 */
export function prairielearnResults(grade: Grade): PrairielearnResults {
  const message = plainText(submissionLines(grade));
  if (ungradable.includes(grade.verdict)) {
    return { gradable: false, format_errors: [...grade.needsPerson], message };
  }
  const score = fractionOf(grade);
  const withTests = (length: number): PrairielearnResults => ({
    gradable: true,
    score,
    message,
    tests: grade.tests.map((test) => testOf(test, length)),
  });
  const length = lengths.find((one) => Buffer.byteLength(JSON.stringify(withTests(one))) < mostBytes);
  return withTests(length ?? 0);
}

function testOf(test: GradedTest, length: number): PrairielearnTest {
  return {
    name: plainText([test.grade_id]),
    points: test.points,
    max_points: test.max_points,
    message: plainText(testLines(test), length),
  };
}
