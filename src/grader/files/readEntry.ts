import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { printable, UnreadableError } from "../submission/index.js";
import type { FoundFile } from "./FoundFile.js";

/** Notebooks shrink to a tenth or so, and to a hundredth when their outputs say one thing again and again. */
const mostInflation = 500;
const alwaysInflated = 10 * 2 ** 20;
/** An archive in an archive has to be in memory as a whole, as its directory stands at its end. */
const largestInner = 100 * 2 ** 20;
const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/**
 * Reads an entry's bytes, as it is inflated piece by piece. The archive is opened for it and closed after it, so that
 * any number of entries can wait to be read.
 *
 * @throws {UnreadableError} when it is encrypted, damaged, compressed in a way that is not known, or a bomb
 */
export async function* readEntry(
  archive: FoundFile,
  entry: yauzl.Entry,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.isEncrypted())
    throw new UnreadableError("it lies in a zip archive that is locked with a password.");
  if (!entry.canDecodeFileData()) {
    throw new UnreadableError("it lies in a zip archive that is packed in an unusual way. Pack it again.");
  }
  const zip = await openArchive(archive);
  try {
    let length = 0;
    let checksum = 0;
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      length += piece.length;
      checksum = crc32(piece, checksum);
      if (length > alwaysInflated && length > mostInflation * entry.compressedSize) {
        throw new UnreadableError("it is packed far too well to be a notebook: a zip bomb.");
      }
      yield piece;
    }
    if (checksum !== entry.crc32)
      throw new UnreadableError("the zip archive is damaged: a checksum is wrong.");
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    zip.close();
  }
}

/** @throws {UnreadableError} when it is no zip archive */
export async function openArchive(archive: FoundFile): Promise<yauzl.ZipFile> {
  try {
    if (archive.onDisk !== undefined) return await yauzl.openPromise(archive.onDisk, options);
    return await yauzl.fromBufferPromise(await bytesOf(archive), options);
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function bytesOf(archive: FoundFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of archive.read()) {
    pieces.push(piece);
    length += piece.length;
    if (length > largestInner) throw new UnreadableError("the archive in the archive is too large.");
  }
  return Buffer.concat(pieces);
}

/** What the system does not let us read is not the student's fault. */
export function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableError || !(error instanceof Error)) return error;
  if ((error as NodeJS.ErrnoException).syscall !== undefined) return error;
  return new UnreadableError(`the zip archive is damaged: ${printable(error.message, 200)}.`);
}
