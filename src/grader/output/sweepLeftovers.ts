import type { Dirent } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Files on their way to a name of their own: `.results.1a2b3c4d.tmp`, `grades.csv.1234.tmp`. */
const unfinished = /^(?:\..+\.[0-9a-f]{8}|.+\.\d+)\.tmp$/;
/** The folder for all, a student's, and one of a student's for a format. */
const deepest = 2;

/**
 * Takes away what runs that were killed left unfinished. Only who has the folder's lock may do so.
 *
 * @returns whether there are results of earlier runs, as far as the names tell
 */
export async function sweepLeftovers(folder: string, depth: number = 0): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  let found = false;
  for (const entry of entries) {
    if (entry.isFile() && unfinished.test(entry.name)) await rm(join(folder, entry.name), { force: true });
    else if (entry.isFile() && entry.name === "results.json") found ||= depth > 0;
    else if (entry.isDirectory() && depth < deepest) {
      found = (await sweepLeftovers(join(folder, entry.name), depth + 1)) || found;
    }
  }
  return found;
}
