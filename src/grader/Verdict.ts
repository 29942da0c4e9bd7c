/**
 * What became of a test, or of a whole submission. Only `passed` rests on evidence that everything asked was right;
 * a test that did not run has not passed.
 *
 * - `passed`: ran to its end, and everything was as it should be
 * - `failed`: ran, and something was not as it should be
 * - `not_run`: could not be asked, because what it asks for is not there or its cell cannot run
 * - `aborted`: the grader stopped the submission, which put out too much or took its process down again and again
 * - `timeout`: the submission used up its time, also when it ran alone
 * - `out_of_memory`: the submission used up its memory
 * - `crashed`: the submission ended its process, or answered what no answer may be
 * - `type_error`: does not type-check, where types were made to count
 * - `unreadable`: the submission is no notebook
 * - `wrong_assignment`: the submission belongs to another assignment or to another version of it
 * - `pending`: a person decides
 * - `judge_error`: our fault or the test's, never the student's
 */
export type Verdict = (typeof verdicts)[number];

export const verdicts = [
  "passed",
  "failed",
  "not_run",
  "aborted",
  "timeout",
  "out_of_memory",
  "crashed",
  "type_error",
  "unreadable",
  "wrong_assignment",
  "pending",
  "judge_error",
] as const;
