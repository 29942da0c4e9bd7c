import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** The first day that a zip can tell: the same files make the same bytes, whenever and wherever they are packed. */
const always = new Date(1980, 0, 1);

/**
 * Packs files into a zip, one after the other as it is read, so that any number of them takes little memory: in the
 * order of their paths, without times and owners.
 *
 * @param files what reads each, by its path in the zip
 */
export function zipLazily(files: ReadonlyMap<string, () => Promise<Uint8Array>>): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const options = { mtime: always, forceDosTimestamp: true, mode: 0o100644, compressionLevel: 9 };
  for (const [path, read] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    zip.addReadStreamLazy(path, options, (give) => {
      read().then(
        (content) => give(null, Readable.from([content])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  return output;
}
