import type { ProcessLimits } from "./GuestCommand.js";

/** What V8 may need beyond its heap and beyond what an idle guest has: for compiling, for collecting garbage. */
const spareMB = 64;
const MB = 2 ** 20;

/**
 * What `prlimit` is to set: a second line behind the grader's own watch, which looks only every 25 ms.
 *
 * @param withProcesses only where they are counted for this guest alone
 */
export function limitArguments(limits: ProcessLimits, withProcesses: boolean): string[] {
  const cpu = Math.ceil(limits.cpuSeconds) + 1;
  const args = [`--cpu=${cpu}:${cpu + 1}`, "--core=0", "--fsize=0", "--nofile=64"];
  if (limits.idleData !== undefined)
    args.push(`--data=${limits.idleData + (limits.memoryMB + spareMB) * MB}`);
  if (withProcesses) args.push(`--nproc=${limits.processes}`);
  return args;
}
