import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Header, type Json, type Message, protocolVersion } from "./Message.js";
import { SendQueue } from "./SendQueue.js";
import type { Signer } from "./Signer.js";
import type { Sockets } from "./Sockets.js";
import { encode } from "./wire.js";

export type RequestChannel = "shell" | "control";

/** A message that asks for something, and where it came from. */
export interface Request {
  readonly channel: RequestChannel;
  readonly message: Message;
  /** In `performance.now()`'s milliseconds. */
  readonly receivedAt: number;
}

/** What goes with a message besides its content. */
export interface Extras {
  readonly metadata?: Json;
  readonly buffers?: readonly Uint8Array[];
}

/** How long a client that asks for something may take to connect the socket on which it answers questions. */
const connectMs = 1000;
const retryMs = 20;

/** Sends what the kernel has to say, under its own session. */
export class Messenger {
  readonly session: string = randomUUID();
  readonly #signer: Signer;
  readonly #stdin: Sockets["stdin"];
  readonly #iopub: Sockets["iopub"];
  readonly #queues: Readonly<Record<RequestChannel | "iopub", SendQueue>>;

  constructor(sockets: Sockets, signer: Signer) {
    this.#signer = signer;
    this.#stdin = sockets.stdin;
    this.#iopub = sockets.iopub;
    this.#queues = {
      shell: new SendQueue(sockets.shell),
      control: new SendQueue(sockets.control),
      iopub: new SendQueue(sockets.iopub),
    };
  }

  /** Bytes that wait for clients to take them. */
  get backlog(): number {
    return this.#queues.iopub.bytes;
  }

  /** Answers a request: `execute_request` with an `execute_reply`. */
  reply({ channel, message }: Request, content: Json): void {
    const type = message.header.msg_type.replace(/_request$/, "_reply");
    const { identities, header } = message;
    this.#queues[channel].push(this.#encode({ identities, type, parentHeader: header, content }).parts);
  }

  /** Tells every client. */
  publish(parentHeader: Header | Json, type: string, content: Json, extras: Extras = {}): void {
    const identities = [Buffer.from(`kernel.${this.session}.${type}`)];
    this.#queues.iopub.push(this.#encode({ identities, type, parentHeader, content, ...extras }).parts);
  }

  /** Tells each client that its subscription works, from which moment on it misses nothing. */
  async welcome(): Promise<void> {
    for await (const [frame] of this.#iopub) {
      if (frame?.[0] !== 1) continue;
      this.publish({}, "iopub_welcome", { subscription: frame.subarray(1).toString() });
    }
  }

  /**
   * Asks the client whose request it is for a line of text. Gives the id of the question, and whether it has reached
   * that client. One question at a time.
   */
  ask({ message }: Request, content: Json): { readonly id: string; readonly sent: Promise<boolean> } {
    const { identities, header } = message;
    const question = this.#encode({ identities, type: "input_request", parentHeader: header, content });
    return { id: question.id, sent: this.#deliver(question.parts) };
  }

  status(parentHeader: Header | Json, state: "starting" | "busy" | "idle"): void {
    this.publish(parentHeader, "status", { execution_state: state });
  }

  async drained(): Promise<void> {
    await Promise.all(Object.values(this.#queues).map((queue) => queue.drained()));
  }

  async #deliver(parts: Uint8Array[]): Promise<boolean> {
    // A client connects one socket after the other.
    for (const end = performance.now() + connectMs; ; await sleep(retryMs)) {
      try {
        await this.#stdin.send(parts);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EHOSTUNREACH") throw error;
        if (performance.now() > end) return false;
      }
    }
  }

  #encode(message: {
    readonly identities: readonly Uint8Array[];
    readonly type: string;
    readonly parentHeader: Header | Json;
    readonly content: Json;
    readonly metadata?: Json;
    readonly buffers?: readonly Uint8Array[];
  }): { readonly id: string; readonly parts: Uint8Array[] } {
    const { identities, type, parentHeader, content, metadata = {}, buffers = [] } = message;
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.session,
      username: "kernel",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    const parts = encode({ identities, header, parentHeader, metadata, content, buffers }, this.#signer);
    return { id: header.msg_id, parts };
  }
}
