/**
 * Something is wrong with the file that a student handed in. It never leaves this part of the program: whoever
 * reads a submission gets an `Unreadable` with the same words.
 */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}
