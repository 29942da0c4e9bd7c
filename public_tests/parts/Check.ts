/** What one check of a checker found. */
export type Check = PassedCheck | FailedCheck;

export interface PassedCheck {
  /** What was looked at: "the shape of W1". */
  readonly name: string;
  readonly passed: true;
}

/**
 * What kind of thing is wrong: as much as may be said of a test that students do not see. "names": something is
 * missing or called otherwise; "argument": the function changes it.
 */
export type Category =
  | "no function"
  | "throws"
  | "type"
  | "names"
  | "shape"
  | "values"
  | "argument"
  | "second call"
  | "other";

export interface FailedCheck {
  readonly name: string;
  readonly passed: false;
  readonly category: Category;
  readonly expected: string;
  readonly seen: string;
}

/**
 * A check that found what it should.
 *
 * @param name what was looked at, with its shape or size where that matters
 * @example
 * passed("the shape of W1").passed; // True
 */
export function passed(name: string): PassedCheck {
  return { name, passed: true };
}

/**
 * A check that found something wrong.
 *
 * @param name what was looked at
 * @param expected what is right, in words
 * @param seen what was there, in words
 * @param category what kind of thing is wrong
 * @example
 * failed("the shape of W1", "(2, 3)", "(3, 2)", "shape").seen; // (3, 2)
 */
export function failed(
  name: string,
  expected: string,
  seen: string,
  category: Category = "other",
): FailedCheck {
  return { name, passed: false, category, expected, seen };
}
