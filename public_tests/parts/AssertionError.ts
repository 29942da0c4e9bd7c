/** What a checker throws, and the only thing it throws: the answer is not right yet. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}
