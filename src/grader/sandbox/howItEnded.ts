import type { Exit } from "./GuestProcess.js";
import type { Usage } from "./ResourceWatch.js";
import type { Death, Limits } from "./Sandbox.js";

/** bubblewrap and shells tell a signal as 128 and its number. */
const fromSignal = 128;
const numbers = { SIGKILL: 9, SIGXCPU: 24 } as const;

/** Why a guest ended that nobody ended. */
export function howItEnded(exit: Exit, usage: Usage, limits: Limits): Death {
  const was = (signal: keyof typeof numbers): boolean =>
    exit.signal === signal || exit.code === fromSignal + numbers[signal];
  if (was("SIGXCPU") || (was("SIGKILL") && usage.cpuSeconds > limits.cpuSeconds - 1))
    return { kind: "timeout" };
  if (/out of memory|heap limit|allocat/i.test(exit.lastWords)) return { kind: "out_of_memory" };
  return { kind: "crashed", detail: "its process ended" };
}
