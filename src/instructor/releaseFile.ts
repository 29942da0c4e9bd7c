import { readFile, realpath } from "node:fs/promises";
import { serializeNotebook, writeNotebook } from "../notebook/index.js";
import { readRelease } from "./readRelease.js";
import { UsageError } from "./UsageError.js";

export interface ReleaseRequest {
  /** The instructor's notebook. */
  readonly source: string;
  /** The student's notebook. */
  readonly target: string;
  /** Only look whether the student's notebook is what would be written. */
  readonly check: boolean;
  /** Whether it is released although it was found unsound, which its metadata then say. */
  readonly forced?: boolean;
}

/** What was found at the target, before anything was written. */
export type ReleaseState = "current" | "outdated" | "missing";

/**
 * Makes the student's notebook file from the instructor's, unless it is only to be checked or is current.
 *
 * @throws {UsageError} when both are the same file
 * @throws {NotebookError} when no release can be made of the instructor's notebook; nothing is written then
 */
export async function releaseFile({
  source,
  target,
  check,
  forced = false,
}: ReleaseRequest): Promise<ReleaseState> {
  if ((await placeOnDisk(source)) === (await placeOnDisk(target))) {
    throw new UsageError(
      `the release would overwrite the instructor's notebook ${source}. Name another file with --out.`,
    );
  }
  const released = await readRelease(source, forced);
  const state = compare(await readIfThere(target), serializeNotebook(released));
  if (!check && state !== "current") await writeNotebook(target, released);
  return state;
}

function compare(found: string | undefined, wanted: string): ReleaseState {
  if (found === undefined) return "missing";
  return found === wanted ? "current" : "outdated";
}

async function placeOnDisk(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
