import { stat } from "node:fs/promises";
import { basename, dirname, resolve, sep } from "node:path";
import { UsageError } from "../../instructor/UsageError.js";
import {
  type FoundFile,
  fileOnDisk,
  isClutter,
  listFolder,
  stemOf,
  type Tell,
  unreadable,
} from "../files/index.js";
import type { Root } from "../layouts/index.js";
import { printable } from "../submission/index.js";
import { unpack } from "./unpack.js";

/**
 * Lists what lies in folders and archives. Files that were named one by one form a class of their own.
 *
 * @throws {UsageError} when a path leads nowhere
 */
export async function findRoots(paths: readonly string[], assignment: string, tell: Tell): Promise<Root[]> {
  const roots: Root[] = [];
  const named: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error) => {
      throw unreadable(path, error);
    });
    if (!found.isDirectory() && !found.isFile()) {
      throw new UsageError(`${printable(path, 300)} is neither a file nor a folder.`);
    }
    if (found.isDirectory()) roots.push(await rootOfFolder(path, assignment, tell));
    else if (/\.zip$/i.test(path)) roots.push(await rootOfArchive(path, assignment, tell));
    else named.push(path);
  }
  return named.length === 0 ? roots : [...roots, await rootOfNamed(named, assignment, tell)];
}

async function rootOfFolder(path: string, assignment: string, tell: Tell): Promise<Root> {
  const name = stemOf(basename(resolve(path))) || "folder";
  const files = (await listFolder(path, tell)).filter((file) => !isClutter(file));
  return { name, isArchive: false, above: resolve(path).split(sep), files, assignment, tell };
}

async function rootOfArchive(path: string, assignment: string, tell: Tell): Promise<Root> {
  const archive = await fileOnDisk(resolve(path), [basename(path)], path);
  const files = await unpack(archive, tell, []);
  return { name: stemOf(basename(path)), isArchive: true, archive, above: [], files, assignment, tell };
}

/** Files that were named lie below the folder that they have in common, or below nbgrader's. */
async function rootOfNamed(paths: readonly string[], assignment: string, tell: Tell): Promise<Root> {
  const folders = paths.map((path) => dirname(resolve(path)).split(sep));
  const [first = [], ...rest] = folders;
  const different = first.findIndex((folder, at) => rest.some((other) => other[at] !== folder));
  const isCourse = folders.every((folder) => folder.at(-3) === "submitted");
  const common = different < 0 ? first.length : different;
  const files: FoundFile[] = [];
  for (const [at, path] of paths.entries()) {
    const folder = folders[at] ?? [];
    const below = folder.slice(isCourse ? -3 : Math.min(common, folder.length));
    files.push(await fileOnDisk(resolve(path), [...below, basename(path)], path));
  }
  return { name: "", isArchive: false, above: [], files, assignment, tell };
}
