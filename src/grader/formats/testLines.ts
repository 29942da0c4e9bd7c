import type { GradedTest } from "../gradebook/index.js";
import type { EvidenceResult } from "../results/index.js";

/** How many errors of types, and how many calls, are told. */
const most = 5;

/**
 * What there is to say of a test, line by line: what a person decided, what was found and expected, a hint, errors of
 * types, and what was called. Of a test where all was right, a person's word alone. May hold anything that a student
 * wrote: see `plainText`.
 */
export function testLines(test: GradedTest): readonly string[] {
  const { message, hint, evidence, override, type_errors: typeErrors = [] } = test;
  const isLost = test.points < test.max_points;
  return [
    ...(override === undefined
      ? []
      : [`${override.who} gave ${override.points} of ${test.max_points} points: ${override.why}`]),
    ...(message === "" ? [] : [message]),
    ...(isLost && evidence !== undefined ? comparisonLines(evidence) : []),
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
    ...typeErrors
      .slice(0, most)
      .map(({ cell, line, column, message }) => `Types: ${cell}, line ${line}, column ${column}: ${message}`),
    ...(isLost && evidence !== undefined ? callLines(evidence) : []),
  ];
}

function comparisonLines({ what, expected, seen }: EvidenceResult): readonly string[] {
  if (expected === undefined || seen === undefined) return [];
  return [`Not as expected: ${what ?? "what came back"}`, `Yours: ${seen}`, `Expected: ${expected}`];
}

function callLines({ calls, more_calls: others = 0 }: EvidenceResult): readonly string[] {
  const left = Math.max(0, calls.length - most) + others;
  return [
    ...calls
      .slice(0, most)
      .map(({ call, result, threw }) => `${call} ${threw ? "threw" : "gave"}: ${result}`),
    ...(left === 0 ? [] : [`and ${left} more ${left === 1 ? "call" : "calls"}`]),
  ];
}
