import { describe } from "./describe.js";

/** Conditions that a numeric argument can have to meet, each with the words for it. */
export interface NumberCondition {
  /** What is accepted, in words: "a number of points of at least 1". */
  readonly expected: string;
  readonly accepts: (value: number) => boolean;
}

export const finite: NumberCondition = { expected: "a finite number", accepts: Number.isFinite };

export const positiveInteger: NumberCondition = {
  expected: "a whole number of at least 1",
  accepts: (value) => Number.isSafeInteger(value) && value >= 1,
};

export const nonNegativeInteger: NumberCondition = {
  expected: "a whole number of at least 0",
  accepts: (value) => Number.isSafeInteger(value) && value >= 0,
};

/**
 * Returns `value` if it is a number that meets the condition.
 *
 * @throws TypeError when it is not a number at all, RangeError when it is one that does not meet the condition.
 */
export function expectNumber(
  functionName: string,
  argumentName: string,
  value: unknown,
  condition: NumberCondition = finite,
): number {
  const message = `${functionName}: ${argumentName} must be ${condition.expected}, but it is ${describe(value)}`;
  if (typeof value !== "number") throw new TypeError(message);
  if (!condition.accepts(value)) throw new RangeError(message);
  return value;
}
