import type { Category } from "./Check.js";

/** What a report knows beyond its message. */
export interface Findings {
  /** Of the first failed check. */
  readonly category?: Category | undefined;
  /** The mistake in one sentence, where it is known. */
  readonly hint?: string | undefined;
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

  constructor(message: string, { category = "other", hint }: Findings = {}) {
    super(message);
    this.category = category;
    this.hint = hint;
  }
}
