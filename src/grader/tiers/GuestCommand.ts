import type { Tier } from "../sandbox/Sandbox.js";

/** How a guest is started. */
export interface GuestCommand {
  readonly tier: Tier;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Whether it tells the process of the guest on file descriptor 3, as bubblewrap does. */
  readonly tellsProcess: boolean;
}

/** What the system's limits of a process are set to. */
export interface ProcessLimits {
  readonly memoryMB: number;
  readonly cpuSeconds: number;
  readonly processes: number;
  /** What an idle guest's writable memory comes to, in bytes; undefined where that is not known (yet). */
  readonly idleData: number | undefined;
}
