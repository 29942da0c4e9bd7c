import { UnreadableError } from "./UnreadableError.js";

/** What is read of a submission in which there is nothing to read, with the reason. */
// biome-ignore lint/correctness/useYield: a stream of bytes that breaks off before the first one
export async function* nothingBut(reason: string): AsyncGenerator<Uint8Array, void, undefined> {
  throw new UnreadableError(reason);
}
