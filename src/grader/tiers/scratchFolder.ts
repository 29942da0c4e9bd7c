import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes a folder that everybody can read, in the system's folder for temporary files, and removes those of grader
 * processes that were killed before they could.
 */
export function scratchFolder(place: string = tmpdir()): string {
  for (const name of readdirSync(place)) {
    const owner = /^initlab-guest-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      rmSync(join(place, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(place, `initlab-guest-${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
