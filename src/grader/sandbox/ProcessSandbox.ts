import type { GuestCommand } from "../tiers/GuestCommand.js";
import { ProcessGuest } from "./ProcessGuest.js";
import { ResourceWatch } from "./ResourceWatch.js";
import type { Guest, GuestOptions, Limits, Sandbox, Tier } from "./Sandbox.js";
import { SandboxError } from "./SandboxError.js";

interface Parts {
  readonly tier: Tier;
  /** How a guest with such limits is started. */
  readonly command: (limits: Limits) => GuestCommand;
  /** What a guest becomes. */
  readonly program: Uint8Array;
  /** How many guests are started ahead. */
  readonly ahead: number;
  /** Their limits. */
  readonly limits: Limits;
  readonly dispose: () => void;
}

/** Guests that are processes; each serves one submission. Some are started before they are needed. */
export class ProcessSandbox implements Sandbox {
  readonly tier: Tier;
  readonly #parts: Parts;
  readonly #watch = new ResourceWatch();
  readonly #waiting: Promise<ProcessGuest>[] = [];
  readonly #live = new Set<ProcessGuest>();
  #closed = false;

  constructor(parts: Parts) {
    this.tier = parts.tier;
    this.#parts = parts;
  }

  async start(options: GuestOptions): Promise<Guest> {
    if (this.#closed) throw new SandboxError("The sandbox has been closed.");
    const next = sameProcess(options.limits, this.#parts.limits) ? this.#waiting.shift() : undefined;
    this.fill();
    let guest = await (next ?? this.#launch(options.limits));
    // Whatever a guest that waited has died of, no submission has done it.
    if (!guest.isAlive) guest = await this.#launch(options.limits);
    await guest.setUp(options);
    return guest;
  }

  /** Starts guests ahead. */
  fill(): void {
    while (this.#waiting.length < this.#parts.ahead && !this.#closed) {
      const guest = this.#launch(this.#parts.limits);
      // Told to whoever gets it.
      guest.catch(() => {});
      this.#waiting.push(guest);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#waiting.splice(0));
    await Promise.all([...this.#live].map((guest) => guest.end()));
    this.#parts.dispose();
  }

  async #launch(limits: Limits): Promise<ProcessGuest> {
    const { command, program } = this.#parts;
    const guest = await ProcessGuest.launch(command(limits), program, this.#watch, limits);
    this.#live.add(guest);
    guest.onExit = () => this.#live.delete(guest);
    return guest;
  }
}

/** Whether a process that was started for one is right for the other; the rest is told at its setup. */
function sameProcess(one: Limits, other: Limits): boolean {
  return (
    one.memoryMB === other.memoryMB &&
    one.cpuSeconds === other.cpuSeconds &&
    one.processes === other.processes &&
    one.outputBytes === other.outputBytes
  );
}
