import type { Category, FailedCheck } from "./Check.js";

/** What a report knows beyond its message. */
export interface Findings {
  /** Of the first failed check. */
  readonly category?: Category | undefined;
  /** The mistake in one sentence, where it is known. */
  readonly hint?: string | undefined;
  /** All failed checks, with what each saw and expected. */
  readonly failures?: readonly FailedCheck[];
}

/**
 * What a checker throws, and the only thing it throws: the answer is not right yet. Its category says whether names,
 * shapes, values or something else are wrong.
 *
 * @example
 * new AssertionError("my_function: 1 passed, 1 failed.", { category: "shape" }).category; // shape
 */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly category: Category;
  readonly hint: string | undefined;
  /** For graders. Not enumerable: where the error is printed with its properties, they would bury its message. */
  declare readonly failures: readonly FailedCheck[];

  constructor(message: string, { category = "other", hint, failures = [] }: Findings = {}) {
    super(message);
    this.category = category;
    this.hint = hint;
    Object.defineProperty(this, "failures", { value: failures });
  }
}
