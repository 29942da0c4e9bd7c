import type { Router, XPublisher } from "zeromq";

/** How long a client that takes nothing may hold up the others. */
const patienceMs = 10_000;

interface Sending {
  readonly parts: Uint8Array[];
  readonly before: (() => void) | undefined;
}

/**
 * Sends one message after the other: ZeroMQ's sockets take only one at a time. Where a client is slow the queue
 * grows; whoever has much to send waits until it is short again.
 */
export class SendQueue {
  readonly #socket: Router | XPublisher;
  readonly #waiting: Sending[] = [];
  #bytes = 0;
  #idle: Promise<void> | undefined;

  constructor(socket: Router | XPublisher) {
    this.#socket = socket;
    if ("noDrop" in socket) socket.sendTimeout = patienceMs;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** `before` is called when the message's turn has come. */
  push(parts: Uint8Array[], before?: () => void): void {
    this.#waiting.push({ parts, before });
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
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { parts, before } = next;
      before?.();
      await this.#send(parts);
      this.#bytes -= sizeOf(parts);
    }
    this.#idle = undefined;
  }

  async #send(parts: Uint8Array[]): Promise<void> {
    try {
      await this.#socket.send(parts);
    } catch (error) {
      if (this.#socket.closed) return;
      if (!("noDrop" in this.#socket)) return log(error);
      log(new Error("a client has read nothing for 10 s: it misses outputs from here on"));
      // From now on only those who are slow miss something, and nobody waits for them.
      this.#socket.noDrop = false;
      await this.#socket.send(parts).catch(log);
    }
  }
}

function log(error: unknown): void {
  console.error(`initlab kernel: ${(error as Error).message}`);
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}
