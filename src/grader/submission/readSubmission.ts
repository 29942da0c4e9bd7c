import { createHash } from "node:crypto";
import { JsonThinner } from "../json/JsonThinner.js";
import { decodeBytes } from "./decodeBytes.js";
import { type NotebookContent, notebookContent } from "./notebookContent.js";
import { notebookParts } from "./notebookParts.js";
import { type ReadLimits, readLimits } from "./ReadLimits.js";
import { recognizeOtherFile } from "./recognizeOtherFile.js";
import type { SubmissionNotebook, Unreadable } from "./SubmissionNotebook.js";
import { UnreadableError } from "./UnreadableError.js";

/**
 * Reads a notebook that nobody trusts. The file comes piece by piece and is checked as it comes; outputs and all else
 * that grading does not look at are passed over, so that memory depends on the cells' sources alone.
 *
 * @returns the cells; or, for anything that is no notebook within the limits, the reason
 * @throws what reading the bytes throws, when that is the fault of this machine and not of the file
 *
 * @example
 * const bytes = async function* () { yield new TextEncoder().encode("<!doctype html><title>Log in</title>"); };
 * (await readSubmission(bytes())).kind; // unreadable
 */
export async function readSubmission(
  bytes: AsyncIterable<Uint8Array>,
  limits: ReadLimits = readLimits,
): Promise<SubmissionNotebook | Unreadable> {
  const hash = createHash("sha256");
  const hashed = hashPieces(bytes[Symbol.asyncIterator](), hash, limits.fileBytes);
  try {
    const content = await readContent(hashed, limits);
    return { kind: "notebook", hash: hash.digest("hex"), ...content };
  } catch (error) {
    const reason = await reasonOf(error, hashed);
    return { kind: "unreadable", hash: hash.digest("hex"), reason };
  } finally {
    await hashed.return();
  }
}

/** What is left behind the fault is read too, for the hash; a file that is too large is left where its limit is. */
async function reasonOf(error: unknown, rest: AsyncIterator<Uint8Array>): Promise<string> {
  if (!(error instanceof UnreadableError)) throw error;
  try {
    while (!(await rest.next()).done);
  } catch (later) {
    if (!(later instanceof UnreadableError)) throw later;
  }
  return error.message;
}

async function readContent(pieces: Pieces, limits: ReadLimits): Promise<NotebookContent> {
  const { head, all } = await peek(pieces, 4096);
  const other = recognizeOtherFile(head);
  if (other !== undefined) throw new UnreadableError(other);
  const tooLong = (): Error => tooMuchSource(limits);
  const thinner = new JsonThinner(notebookParts, {
    // Escapes make a source up to six times as long; its lines have quotes, and its cell has metadata.
    keptBytes: 8 * limits.sourceBytes,
    depth: limits.depth,
    countedItems: limits.cells,
    values: limits.values,
    tooLong,
  });
  for await (const piece of decodeBytes(head, all)) thinner.push(piece);
  const content = notebookContent(parse(thinner.end()));
  const sourceBytes = content.cells.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  if (sourceBytes > limits.sourceBytes) throw tooLong();
  return content;
}

function parse(kept: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(kept);
  } catch {
    throw new UnreadableError("its text is not in UTF-8. Save it again with JupyterLab.");
  }
  // The thinner has checked it; it cannot throw.
  return JSON.parse(text);
}

function tooMuchSource({ sourceBytes }: ReadLimits): UnreadableError {
  return new UnreadableError(
    `its cells hold more than ${megabytes(sourceBytes)} of text, outputs not counted. Often a picture pasted into a text cell is the cause: take it out.`,
  );
}

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

async function* hashPieces(
  pieces: AsyncIterator<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown },
  limit: number,
): Pieces {
  let length = 0;
  try {
    for (let step = await pieces.next(); !step.done; step = await pieces.next()) {
      const piece = step.value.subarray(0, limit - length);
      length += piece.length;
      hash.update(piece);
      if (piece.length < step.value.length) {
        throw new UnreadableError(`the file has more than ${megabytes(limit)}. Clear its outputs.`);
      }
      yield piece;
    }
  } finally {
    await pieces.return?.();
  }
}

/** The first bytes, and all of them once more. Leaving `all` does not end `pieces`: somebody may read on. */
async function peek(
  pieces: Pieces,
  length: number,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const first: Uint8Array[] = [];
  let seen = 0;
  while (seen < length) {
    const { value, done } = await pieces.next();
    if (done) break;
    first.push(value);
    seen += value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    yield* first;
    for (let step = await pieces.next(); !step.done; step = await pieces.next()) yield step.value;
  }
  return { head: Buffer.concat(first).subarray(0, length), all: all() };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
