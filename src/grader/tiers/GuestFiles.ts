import { chmodSync, constants, copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** The user and group that own nothing. */
const nobody = { uid: 65534, gid: 65534 } as const;

/** What a guest is started from, and as whom. */
export interface GuestFiles {
  readonly deno: string;
  readonly main: string;
  /** Whom to become: root's guests run as nobody. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Removes the copies. */
  dispose(): void;
}

/**
 * Makes sure that the guest's user can read its files: root's project may lie where nobody else gets in; then copies
 * are made.
 */
export function guestFiles(deno: string, main: string): GuestFiles {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return { deno, main, dispose() {} };
  if (isPublic(deno) && isPublic(main)) return { deno, main, user: nobody, dispose() {} };
  const folder = mkdtempSync(join(tmpdir(), "initlab-guest-"));
  chmodSync(folder, 0o755);
  const [denoCopy, mainCopy] = [deno, main].map((file) => {
    const copy = join(folder, basename(file));
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    chmodSync(copy, 0o755);
    return copy;
  });
  const dispose = (): void => rmSync(folder, { recursive: true, force: true });
  return { deno: denoCopy!, main: mainCopy!, user: nobody, dispose };
}

/** Whether everybody can read a file. */
function isPublic(file: string): boolean {
  if ((statSync(file).mode & 0o004) === 0) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
