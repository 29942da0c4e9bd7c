import { UsageError } from "../../instructor/UsageError.js";
import { printable } from "../submission/printable.js";

/** What is wrong, and what to do, by the system's code. */
const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ["there is no space left on the disk", "Make room"],
  EDQUOT: ["your share of the disk is used up", "Make room"],
  EFBIG: ["the system does not let files grow so large", "Raise the limit"],
  EROFS: ["the disk is read-only", "Name another folder with --out, or make it writable"],
  EACCES: ["you may not write there", "Name another folder with --out, or make it writable"],
  EPERM: ["you may not write there", "Name another folder with --out, or make it writable"],
  EISDIR: ["a folder has that name", "Take it away"],
  ENOTDIR: ["a file has the name of one of its folders", "Take it away"],
  EIO: ["the disk does not work", "Name another folder with --out"],
};

/**
 * Writes something, and explains what keeps the system from it.
 *
 * @param what for people, such as "the results of ana"
 * @throws {UsageError} when it is the disk's fault
 */
export async function writing<Result>(what: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
    const [reason, advice] = reasons[code] ?? [];
    if (reason === undefined) throw error;
    throw new UsageError(
      `${printable(what, 300)} could not be written: ${reason} (${code}). ${advice} and run the same command again: what is there is whole, and it goes on from there.`,
      { cause: error },
    );
  }
}
