import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";

/** The files in a zip, in their order, with their contents. */
export async function unzip(content: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(
      entry.fileName,
      await buffer((await zip.openReadStreamPromise(entry)) as NodeJS.ReadableStream),
    );
  }
  return files;
}
