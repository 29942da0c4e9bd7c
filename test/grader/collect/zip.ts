// Zip archives for tests: sound ones by yazl, malicious ones by changing their bytes.
import { ZipFile } from "yazl";

export type Files = Readonly<Record<string, Uint8Array | string>>;

/** An archive with these files, in this order. */
export async function zip(
  files: Files,
  options: { mode?: number; compress?: boolean } = {},
): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    archive.addBuffer(Buffer.from(content as string), name, { mtime: new Date(0), ...options });
  }
  archive.end();
  const pieces: Buffer[] = [];
  for await (const piece of archive.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The archive with each text in it replaced by one of the same length: names stand in it twice, as they are. */
export function rename(archive: Uint8Array, from: string | Buffer, to: string | Buffer): Buffer {
  const [old, now] = [Buffer.from(from as string), Buffer.from(to as string)];
  if (old.length !== now.length) throw new Error("both names need the same length");
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) bytes.set(now, at);
  return bytes;
}

/** Where the entries of the archive's directory begin. */
export function directoryEntries(archive: Buffer): number[] {
  const places: number[] = [];
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 1))
    places.push(at);
  return places;
}
