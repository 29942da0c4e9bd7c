import { denoArguments, denoEnvironment } from "./denoArguments.js";
import { findTool } from "./findTool.js";
import type { GuestCommand, ProcessLimits } from "./GuestCommand.js";
import type { GuestFiles } from "./GuestFiles.js";
import { limitArguments } from "./limitArguments.js";

/**
 * A guest that only Deno's permissions shut in. On Linux util-linux adds what the system can: limits, the end with
 * the grader, and that no program gets more rights than it was started with.
 */
export function denoCommand(files: GuestFiles, limits: ProcessLimits): GuestCommand {
  const chain: string[] = [];
  const setpriv = process.platform === "linux" ? findTool("setpriv") : undefined;
  if (setpriv !== undefined) chain.push(setpriv, "--pdeathsig", "KILL", "--no-new-privs", "--");
  const prlimit = process.platform === "linux" ? findTool("prlimit") : undefined;
  if (prlimit !== undefined) chain.push(prlimit, ...limitArguments(limits, false), "--");
  chain.push(files.deno, ...denoArguments(files.main, limits.memoryMB));
  const [file, ...args] = chain as [string, ...string[]];
  return {
    tier: "deno",
    file,
    args,
    env: denoEnvironment,
    ...(files.user === undefined ? {} : { user: files.user }),
    tellsProcess: false,
  };
}
