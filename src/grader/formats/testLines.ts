import type { GradedTest } from "../gradebook/index.js";
import type { EvidenceResult } from "../results/index.js";

/** How many errors of types are told. */
const mostTypeErrors = 5;

/**
 * What there is to say of a test, line by line: what was found, asked and expected, a hint, errors of types, and what a
 * person decided. Nothing where all was right. May hold anything that a student wrote: see `plainText`.
 */
export function testLines(test: GradedTest): readonly string[] {
  const { message, hint, evidence, override, type_errors: typeErrors = [] } = test;
  const isLost = test.points < test.max_points;
  return [
    ...(override === undefined
      ? []
      : [`${override.who} gave ${override.points} of ${test.max_points} points: ${override.why}`]),
    ...(message === "" ? [] : [message]),
    ...(isLost && evidence !== undefined ? evidenceLines(evidence) : []),
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
    ...typeErrors
      .slice(0, mostTypeErrors)
      .map(({ cell, line, column, message }) => `Types: ${cell}, line ${line}, column ${column}: ${message}`),
  ];
}

function evidenceLines({ calls, what, expected, seen }: EvidenceResult): readonly string[] {
  const last = calls.at(-1);
  return [
    ...(last === undefined
      ? []
      : [`Called: ${last.call}`, `${last.threw ? "Threw" : "Got"}: ${last.result}`]),
    ...(what === undefined ? [] : [`Looked at: ${what}`]),
    ...(expected === undefined ? [] : [`Expected: ${expected}`]),
    ...(seen === undefined ? [] : [`Was: ${seen}`]),
  ];
}
