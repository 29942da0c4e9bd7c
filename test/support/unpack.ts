import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";

/** Unpacks a zip into a folder, as any program for zips does. */
export async function unpack(zip: string, folder: string): Promise<void> {
  for (const [path, content] of await entriesOf(zip)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** What is in a zip, in its order. */
export async function entriesOf(zip: string): Promise<ReadonlyMap<string, Buffer>> {
  const file = await yauzl.openPromise(zip);
  const found = new Map<string, Buffer>();
  for await (const entry of file.eachEntry()) {
    found.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  }
  return found;
}
