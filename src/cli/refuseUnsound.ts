import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { SandboxError } from "../grader/sandbox/SandboxError.js";
import { UsageError } from "../instructor/UsageError.js";
import { checkProgress, described } from "./check.js";
import { readVersion } from "./project.js";
import { err } from "./terminal/colours.js";

/** What a command is about to do with an assignment, in words. */
export interface Purpose {
  /** Goes on "Put it right, or …". */
  readonly otherwise: string;
  /** A sentence. */
  readonly forced: string;
}

const releasing: Purpose = {
  otherwise: "release it all the same with --force",
  forced: "It is released all the same, as --force asks; the notebook's metadata say so.",
};

/**
 * Checks the assignment as `initlab check` does, and refuses to go on when it is not sound.
 *
 * @returns whether it goes on all the same, because of --force
 * @throws {UsageError} when it is not sound and nobody forces it
 */
export async function refuseUnsound(
  file: string,
  force: boolean,
  purpose: Purpose = releasing,
): Promise<boolean> {
  const problem = await problemOf(file, force);
  if (problem === undefined) return false;
  if (!force) {
    throw new UsageError(`${problem}, so nothing is written. Put it right, or ${purpose.otherwise}.`);
  }
  console.error(`${err.yellow("warning:")} ${problem}. ${purpose.forced}`);
  return true;
}

async function problemOf(file: string, force: boolean): Promise<string | undefined> {
  // Other commands need not wait for it.
  const { checkAssignment } = await import("../instructor/check/index.js");
  const shown = relative(process.cwd(), file) || file;
  const request = { file, sandbox: "auto", jobs: availableParallelism(), version: readVersion() } as const;
  try {
    const { sound, findings } = await checkAssignment(request, checkProgress());
    if (sound) return undefined;
    for (const finding of findings) console.error(`${err.red("✗")} ${described(shown, finding)}`);
    return `${shown} is not sound: ${findings.length === 1 ? "1 finding" : `${findings.length} findings`}, above`;
  } catch (error) {
    if (!force || !(error instanceof SandboxError)) throw error;
    return `${shown} cannot be checked: ${error.message.replace(/\.$/, "")}`;
  }
}
