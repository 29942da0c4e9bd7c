import { createReadStream, type Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { printable } from "../submission/index.js";
import type { FoundFile, Tell } from "./FoundFile.js";

const mostFiles = 1_000_000;
const mostFolders = 50;

/**
 * Lists the files below a folder, in the order of their names. Links to files in the same folder count as files;
 * those that lead out of it, or to folders, are not followed.
 */
export async function listFolder(folder: string, tell: Tell): Promise<FoundFile[]> {
  const root = await realpath(folder);
  const files: FoundFile[] = [];
  const visit = async (segments: readonly string[]): Promise<void> => {
    const entries = await entriesOf(join(root, ...segments), tell);
    for (const entry of entries.sort((a, b) => compareNames(a.name, b.name))) {
      const inner = [...segments, entry.name];
      const place = join(root, ...inner);
      if (entry.isDirectory() && inner.length <= mostFolders) await visit(inner);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsInside(root, place, tell)))) {
        if (files.length < mostFiles) files.push(await fileOnDisk(place, inner, join(folder, ...inner)));
      }
    }
  };
  await visit([]);
  return files;
}

/** A folder that may not be read is one student's, and no reason to stop for all. */
async function entriesOf(folder: string, tell: Tell): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    tell(`${printable(folder, 300)} was left out: ${printable((error as Error).message, 300)}.`);
    return [];
  }
}

/** @param shown the path as the user would write it */
export async function fileOnDisk(
  place: string,
  segments: readonly string[],
  shown: string,
): Promise<FoundFile> {
  const { mtimeMs } = await stat(place);
  return {
    segments,
    path: printable(shown, 300),
    modified: mtimeMs,
    onDisk: place,
    depth: 0,
    read: () => createReadStream(place, { highWaterMark: 1 << 18 }),
  };
}

/** In the order of their code units, which is the same on every machine. */
export function compareNames(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

async function leadsInside(root: string, link: string, tell: Tell): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined);
  if (target?.startsWith(root + sep) && (await stat(target)).isFile()) return true;
  tell(`${printable(link, 300)} is a link to somewhere else and was not followed.`);
  return false;
}
