import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/**
 * Packs files into a zip: sorted by name, without times, owners or extra fields.
 *
 * @param files what each holds, by its path, with forward slashes
 * @param modes the permissions of those that are not for everybody to read
 */
export async function zipFiles(
  files: ReadonlyMap<string, Uint8Array>,
  modes: ReadonlyMap<string, number> = new Map(),
): Promise<Uint8Array> {
  const zip = new ZipFile();
  // The first day that a zip can tell: the same files make the same bytes, whenever and wherever they are packed.
  const always = new Date(1980, 0, 1);
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    zip.addBuffer(Buffer.from(content), path, {
      mtime: always,
      // The newer field for times holds a moment, which local midnight is not everywhere.
      forceDosTimestamp: true,
      mode: 0o100000 | (modes.get(path) ?? 0o644),
      compressionLevel: 9,
    });
  }
  zip.end();
  return buffer(zip.outputStream as unknown as AsyncIterable<Uint8Array> & NodeJS.ReadableStream);
}
