import type { Script } from "../../cells/run/index.js";

/** How far a submission is shut in: by Deno's permissions alone, or by bubblewrap around them. */
export type Tier = "deno" | "bubblewrap";

/** Starts guests; one serves all submissions of a run. */
export interface Sandbox {
  readonly tier: Tier;
  /** A fresh process for one submission. Throws only SandboxError, which is our fault or the machine's. */
  start(options: GuestOptions): Promise<Guest>;
  /** Ends whatever still runs, the processes started ahead included. */
  close(): Promise<void>;
}

export interface GuestOptions {
  /** The packages that a submission may import, of those that the guest's bundle holds. */
  readonly imports: readonly string[];
  /** Of Math.random, for what a submission draws by itself. */
  readonly seed: string;
  /** What Date says, in milliseconds since 1970; it moves on only by the delays of timers that fire. */
  readonly clock: number;
  readonly limits: Limits;
}

export interface Limits {
  /** What a guest may take beyond what an idle one takes. */
  readonly memoryMB: number;
  /** All processor time of a guest, from setup to end. */
  readonly cpuSeconds: number;
  /** All time of a guest, from setup to end. */
  readonly wallSeconds: number;
  /** What a submission may print, and what the guest may write to stderr. */
  readonly outputBytes: number;
  /** Threads count: an idle guest has about ten. */
  readonly processes: number;
}

export const defaultLimits: Limits = {
  memoryMB: 256,
  cpuSeconds: 60,
  wallSeconds: 60,
  outputBytes: 2 ** 20,
  processes: 32,
};

/**
 * A process in which the cells of one submission run. Requests are answered one after the other; once one has ended
 * in any way but "done" and "threw" the process is dead, and every later request has the same outcome.
 */
export interface Guest {
  /** Runs a cell; its errors are the submission's. */
  run(cell: Cell, seconds: number): Promise<Outcome>;
  /**
   * Calls a function that the submission defines. `args` is the encoded array of arguments; the value is the encoded
   * graph of `{ result, args }`, so that changes to arguments and identity with them show. What the function throws
   * comes as "threw" with `{ thrown, args }`.
   */
  call(name: string, args: Uint8Array, seconds: number): Promise<Outcome>;
  /** The value of a global variable, encoded; a function only as a function. A name that is not there is `undefined`. */
  read(name: string, seconds: number): Promise<Outcome>;
  /** Kills all of it; nothing survives. */
  end(): Promise<Ending>;
}

export interface Cell {
  /** Stands in stack traces. */
  readonly name: string;
  readonly script: Script;
}

export type Outcome =
  | { readonly kind: "done"; readonly value?: Uint8Array }
  | { readonly kind: "threw"; readonly error: Uint8Array }
  | Death;

/** Why a guest is dead. The details are printable and say nothing that changes from run to run. */
export type Death =
  | { readonly kind: "timeout" }
  | { readonly kind: "out_of_memory" }
  | { readonly kind: "crashed"; readonly detail: string }
  | { readonly kind: "flooded"; readonly detail: string };

/** What a guest has used, for measurements; none of it belongs into results. */
export interface Ending {
  readonly death?: Death;
  /** As last seen, at most 25 ms before the end; 0 where the system does not tell. */
  readonly cpuSeconds: number;
  readonly memoryMB: number;
}
