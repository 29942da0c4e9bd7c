/**
 * What a checker throws, and the only thing it throws: the answer is not right yet.
 *
 * @param message which function it is about, and how many checks failed
 * @example
 * new AssertionError("my_function: 1 passed, 1 failed.").name; // AssertionError
 */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}
