import { type FileHandle, mkdir, open, readFile, rm, rmdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { UsageError } from "../../instructor/UsageError.js";
import { printable } from "../submission/index.js";

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
   * @throws {UsageError} when another run has it
   */
  static async take(folder: string): Promise<OutputLock> {
    const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined;
    for (;;) {
      const file = await open(lockFile(folder), "a+");
      try {
        if (!fileLocks().tryLock(file.fd)) throw await isTaken(folder);
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

function fileLocks(): FileLocks {
  return createRequire(import.meta.url)("fs-native-extensions") as FileLocks;
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
