import { chmodSync, constants, cpSync, existsSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { scratchFolder } from "./scratchFolder.js";

/** The user and group that own nothing. */
const nobody = { uid: 65534, gid: 65534 } as const;

/** What a guest is started from, and as whom. */
export interface GuestFiles {
  readonly deno: string;
  readonly main: string;
  /** The folder with what has been compiled of the guest's program; where there is none, guests compile it. */
  readonly compiled?: string;
  /** Whom to become: root's guests run as nobody. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Removes the copies. */
  dispose(): void;
}

/**
 * Makes sure that the guest's user can read its files: root's project may lie where nobody else gets in; then copies
 * are made.
 *
 * @param compiled is left out when there is no such folder
 */
export function guestFiles(deno: string, main: string, compiled: string): GuestFiles {
  const files = { deno, main, ...(existsSync(compiled) && { compiled }) };
  if (process.platform !== "linux" || process.getuid?.() !== 0) return { ...files, dispose() {} };
  if (Object.values(files).every(isPublic)) return { ...files, user: nobody, dispose() {} };
  const folder = scratchFolder();
  const copies = Object.entries(files).map(([name, path]) => [name, copyTo(folder, path)]);
  const dispose = (): void => rmSync(folder, { recursive: true, force: true });
  return { ...(Object.fromEntries(copies) as typeof files), user: nobody, dispose };
}

function copyTo(folder: string, path: string): string {
  const copy = join(folder, basename(path));
  cpSync(path, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  chmodSync(copy, 0o755);
  return copy;
}

/** Whether everybody can read a file. */
function isPublic(file: string): boolean {
  if ((statSync(file).mode & 0o004) === 0) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
