import { CommanderError } from "commander";
import { SandboxError } from "../../grader/sandbox/SandboxError.js";
import { UsageError } from "../../instructor/UsageError.js";
import { KernelspecError } from "../../kernel/install/KernelspecError.js";
import { NotebookError } from "../../notebook/NotebookError.js";
import { err } from "./colours.js";
import { exitCodes } from "./exitCodes.js";

function isUsersFault(error: unknown): boolean {
  const isFile = error instanceof Error && "syscall" in error;
  const kinds = [NotebookError, UsageError, KernelspecError, SandboxError];
  return isFile || kinds.some((kind) => error instanceof kind);
}

/** Says what went wrong, and gives the exit code for it. */
export function report(error: unknown): number {
  // Commander has already said it.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  const message = error instanceof Error ? error.message : String(error);
  if (isUsersFault(error)) {
    console.error(`${err.red("error:")} ${message}`);
    return exitCodes.wrongUse;
  }
  console.error(`${err.red("initlab is at fault:")} ${message}`);
  console.error("Please report it with the command that you ran. INITLAB_TRACE=1 shows where it happened.");
  if (process.env.INITLAB_TRACE && error instanceof Error) console.error(error.stack);
  return exitCodes.ourFault;
}
