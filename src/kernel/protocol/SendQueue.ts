import { setTimeout as sleep } from "node:timers/promises";
import type { Router, XPublisher } from "zeromq";

/** How long a client that was waited for in vain may hold up the others with each message. */
const briefMs = 20;
const retryMs = 5;

/**
 * Sends one message after the other: ZeroMQ's sockets take only one at a time. Where a client is slow the queue
 * grows; whoever has much to send waits until it is short again.
 */
export class SendQueue {
  readonly #socket: Router | XPublisher;
  readonly #waiting: Uint8Array[][] = [];
  readonly #fullPatience: number;
  #patience: number;
  #bytes = 0;
  #idle: Promise<void> | undefined;

  /** `patience` is how many milliseconds a client that takes nothing may hold up the others. */
  constructor(socket: Router | XPublisher, patience = 10_000) {
    this.#socket = socket;
    this.#fullPatience = patience;
    this.#patience = patience;
  }

  get bytes(): number {
    return this.#bytes;
  }

  push(parts: Uint8Array[]): void {
    this.#waiting.push(parts);
    this.#bytes += sizeOf(parts);
    this.#idle ??= this.#sendAll();
  }

  /** Resolves when everything that was pushed is with ZeroMQ. */
  async drained(): Promise<void> {
    while (this.#idle !== undefined) await this.#idle;
  }

  async #sendAll(): Promise<void> {
    // What came in by now is dealt with first, as a client's subscription that came before its request.
    await new Promise((resolve) => setImmediate(resolve));
    for (let parts = this.#waiting.shift(); parts !== undefined; parts = this.#waiting.shift()) {
      await this.#send(parts);
      this.#bytes -= sizeOf(parts);
    }
    this.#idle = undefined;
  }

  async #send(parts: Uint8Array[]): Promise<void> {
    // A socket of iopub calls itself writable even when a client's queue is full; so there is nothing to wait for.
    for (const start = performance.now(); ; await sleep(retryMs)) {
      try {
        await this.#socket.send(parts);
        this.#patience = this.#fullPatience;
        return;
      } catch (error) {
        if (this.#socket.closed) return;
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return log(error);
        if (performance.now() - start > this.#patience) break;
      }
    }
    await this.#sendToTheQuick(parts);
  }

  /** Only those who are slow miss the message. */
  async #sendToTheQuick(parts: Uint8Array[]): Promise<void> {
    if (!("noDrop" in this.#socket)) return;
    if (this.#patience > briefMs)
      log(new Error("a client has read nothing for long: it misses outputs from here on"));
    this.#patience = briefMs;
    this.#socket.noDrop = false;
    await this.#socket.send(parts).catch(log);
    this.#socket.noDrop = true;
  }
}

function log(error: unknown): void {
  console.error(`initlab kernel: ${(error as Error).message}`);
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}
