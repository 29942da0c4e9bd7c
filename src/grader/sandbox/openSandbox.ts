import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bubblewrapCommand } from "../tiers/bubblewrapCommand.js";
import { denoCommand } from "../tiers/denoCommand.js";
import { findDeno } from "../tiers/findDeno.js";
import type { GuestCommand, ProcessLimits } from "../tiers/GuestCommand.js";
import { type GuestFiles, guestFiles } from "../tiers/GuestFiles.js";
import { ProcessGuest } from "./ProcessGuest.js";
import { ProcessSandbox } from "./ProcessSandbox.js";
import { ResourceWatch } from "./ResourceWatch.js";
import { defaultLimits, type Limits, type Sandbox, type Tier } from "./Sandbox.js";
import { SandboxError } from "./SandboxError.js";

/** `auto` is bubblewrap where it works, and Deno elsewhere. */
export type SandboxChoice = "auto" | Tier;

export interface SandboxOptions {
  /** Refuse to open any other. */
  readonly require?: Tier;
  /** How many guests wait ready for a submission; 1 unless told. */
  readonly ahead?: number;
  /** What those may take, as `Limits` says; a submission with another limit gets a guest that starts then. */
  readonly memoryMB?: number;
  /** Instead of the guest's own program: to try the walls alone, without what it does for itself. */
  readonly program?: Uint8Array;
}

type CommandMaker = (limits: ProcessLimits) => GuestCommand;

/**
 * Opens a sandbox for submissions. Whether it works is found out by starting a guest.
 *
 * @throws SandboxError where what is asked for is not there; there is never less instead
 */
export async function openSandbox(choice: SandboxChoice, options: SandboxOptions = {}): Promise<Sandbox> {
  const { require: required } = options;
  if (required !== undefined && choice !== "auto" && choice !== required)
    throw new SandboxError(`The sandbox cannot be ${choice} when ${required} is required.`);
  const wanted = required ?? choice;
  if (wanted !== "auto") return openTier(wanted, options);
  if (process.platform !== "linux") return openTier("deno", options);
  try {
    return await openTier("bubblewrap", options);
  } catch (error) {
    if (error instanceof SandboxError) return openTier("deno", options);
    throw error;
  }
}

async function openTier(tier: Tier, options: SandboxOptions): Promise<Sandbox> {
  const files = guestFiles(findDeno(), guestFile("main.js"), guestFile("compiled"));
  try {
    const maker = tier === "deno" ? denoCommand(files) : bubblewrap(files);
    const program = options.program ?? readFileSync(guestFile("program.js"));
    const idleData = await tryGuest(maker, program);
    const command = (limits: Limits): GuestCommand => maker({ ...limits, idleData });
    const dispose = (): void => files.dispose();
    const { ahead = 1, memoryMB = defaultLimits.memoryMB } = options;
    const limits = { ...defaultLimits, memoryMB };
    const sandbox = new ProcessSandbox({ tier, command, program, ahead, limits, dispose });
    sandbox.fill();
    return sandbox;
  } catch (error) {
    files.dispose();
    throw tier === "bubblewrap" ? explain(error) : error;
  }
}

function bubblewrap(files: GuestFiles): CommandMaker {
  if (process.platform !== "linux") throw new SandboxError("There is bubblewrap for Linux only.");
  return bubblewrapCommand(files);
}

/** Starts a guest and ends it; tells how much memory it lays out by itself. */
async function tryGuest(maker: CommandMaker, program: Uint8Array): Promise<number | undefined> {
  const command = maker({ ...defaultLimits, idleData: undefined });
  const guest = await ProcessGuest.launch(command, program, new ResourceWatch(), defaultLimits);
  await guest.end();
  return guest.idleData;
}

function explain(error: unknown): unknown {
  if (!(error instanceof SandboxError)) return error;
  const advice =
    "Version 0.8 or newer and unprivileged user namespaces are needed; `--sandbox deno` does without.";
  return new SandboxError(`bubblewrap does not work on this machine: ${error.message} ${advice}`, {
    cause: error,
  });
}

function guestFile(name: string): string {
  return fileURLToPath(new URL(`../../../dist/grader/guest/${name}`, import.meta.url));
}
