import type { Grade } from "../gradebook/index.js";

/**
 * What there is to say of a whole submission, line by line: its points, what a person decided or has to decide, what was
 * put right in the notebook, and what else happened. May hold anything that a student wrote: see `plainText`.
 */
export function submissionLines(grade: Grade): readonly string[] {
  const { results, score, maxScore, override, needsPerson } = grade;
  const { name, version } = results.assignment;
  return [
    `${name} ${version}: ${score} of ${maxScore} points.`,
    ...(override === undefined
      ? []
      : [`${override.who} gave ${override.points} points for the whole submission: ${override.why}`]),
    ...needsPerson,
    ...results.repairs.map(({ message }) => message),
    ...results.notes,
  ];
}
