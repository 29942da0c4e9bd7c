import { denoArguments, denoEnvironment } from "./denoArguments.js";
import { requireTool } from "./findTool.js";
import type { GuestCommand, ProcessLimits } from "./GuestCommand.js";
import type { GuestFiles } from "./GuestFiles.js";
import { limitArguments } from "./limitArguments.js";

/**
 * A guest that only Deno's permissions shut in. On Linux util-linux adds what the system can: limits, the end with
 * the grader, and that no program gets more rights than it was started with.
 *
 * @returns how to make the command, once its parts have been found
 * @throws SandboxError naming what is not there
 */
export function denoCommand(files: GuestFiles): (limits: ProcessLimits) => GuestCommand {
  const confine = process.platform === "linux" ? linuxConfinement() : () => [];
  return (limits) => {
    const deno = [files.deno, ...denoArguments(files.main, limits.memoryMB, files.compiled !== undefined)];
    const [file, ...args] = [...confine(limits), ...deno] as [string, ...string[]];
    return {
      tier: "deno",
      file,
      args,
      env: denoEnvironment(files.compiled),
      ...(files.user === undefined ? {} : { user: files.user }),
      tellsProcess: false,
    };
  };
}

function linuxConfinement(): (limits: ProcessLimits) => string[] {
  const setpriv = [requireTool("setpriv", "util-linux"), "--pdeathsig", "KILL", "--no-new-privs", "--"];
  const prlimit = requireTool("prlimit", "util-linux");
  return (limits) => [...setpriv, prlimit, ...limitArguments(limits, false), "--"];
}
