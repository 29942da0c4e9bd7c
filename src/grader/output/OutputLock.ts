import { type FileHandle, mkdir, open, readFile, rm, rmdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { UsageError } from "../../instructor/UsageError.js";
import { printable } from "../submission/printable.js";

/** The part of fs-native-extensions that is used; it has no types of its own. */
interface FileLocks {
  /** Whether nobody else holds the lock, and this program has it now. The system takes it back when it ends. */
  tryLock(descriptor: number): boolean;
}

/**
 * Keeps a second run out of a folder of results. The system holds the lock, for as long as this process lives: one that
 * was killed leaves none behind.
 */
export class OutputLock {
  readonly #folder: string;
  readonly #file: FileHandle;
  readonly #isNewFolder: boolean;

  private constructor(folder: string, file: FileHandle, isNewFolder: boolean) {
    this.#folder = folder;
    this.#file = file;
    this.#isNewFolder = isNewFolder;
  }

  /**
   * Takes the lock; makes the folder where there is none.
   *
   * @param tell is told when the system has no locks for this folder: then people have to see to it
   * @throws {UsageError} when another run has it
   */
  static async take(folder: string, tell: (message: string) => void): Promise<OutputLock> {
    const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined;
    for (;;) {
      const file = await open(lockFile(folder), "a+");
      try {
        if (!tryLock(file, tell)) throw await isTaken(folder);
        // The one before may have taken the file away after it was opened here: then the lock is on nothing.
        if (await isStill(folder, file)) {
          await file.truncate(0);
          await file.writeFile(`process ${process.pid}, since ${new Date().toISOString()}\n`);
          return new OutputLock(folder, file, isNewFolder);
        }
      } catch (error) {
        await file.close();
        throw error;
      }
      await file.close();
    }
  }

  /** Gives the lock back; a folder that this run made and put nothing into goes, too. */
  async release(): Promise<void> {
    await rm(lockFile(this.#folder), { force: true });
    await this.#file.close();
    if (this.#isNewFolder) await rmdir(this.#folder).catch(() => {});
  }
}

export function lockFile(folder: string): string {
  return join(folder, ".initlab-lock");
}

/** What systems say that have no locks: some file systems on a network, and systems for which the package is not built. */
const without = new Set(["ENOLCK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "MODULE_NOT_FOUND", "ADDON_NOT_FOUND"]);

function tryLock(file: FileHandle, tell: (message: string) => void): boolean {
  try {
    const locks = createRequire(import.meta.url)("fs-native-extensions") as FileLocks;
    return locks.tryLock(file.fd);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!without.has(code)) throw error;
    tell(`this folder cannot be locked (${code}). See to it that no second run writes into it.`);
    return true;
  }
}

async function isTaken(folder: string): Promise<UsageError> {
  const holder = (await readFile(lockFile(folder), "utf8").catch(() => "")).trim();
  const who = holder === "" ? "" : ` (${printable(holder)})`;
  return new UsageError(
    `another run is writing its results into ${folder}${who}. Wait until it has ended, or name another folder with --out.`,
  );
}

async function isStill(folder: string, file: FileHandle): Promise<boolean> {
  const [ours, there] = await Promise.all([file.stat(), stat(lockFile(folder)).catch(() => undefined)]);
  return there !== undefined && there.ino === ours.ino && there.dev === ours.dev;
}
