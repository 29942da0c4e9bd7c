import { randomUUID } from "node:crypto";
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

/** Sends what the kernel has to say, under its own session. */
export class Messenger {
  readonly session: string = randomUUID();
  readonly #signer: Signer;
  readonly #queues: Readonly<Record<RequestChannel | "iopub", SendQueue>>;

  constructor(sockets: Sockets, signer: Signer) {
    this.#signer = signer;
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
    this.#queues[channel].push(this.#encode({ identities, type, parentHeader: header, content }));
  }

  /** Tells every client. */
  publish(parentHeader: Header | Json, type: string, content: Json, metadata: Json = {}): void {
    const identities = [Buffer.from(`kernel.${this.session}.${type}`)];
    this.#queues.iopub.push(this.#encode({ identities, type, parentHeader, content, metadata }));
  }

  status(parentHeader: Header | Json, state: "starting" | "busy" | "idle"): void {
    this.publish(parentHeader, "status", { execution_state: state });
  }

  async drained(): Promise<void> {
    await Promise.all(Object.values(this.#queues).map((queue) => queue.drained()));
  }

  #encode(message: {
    readonly identities: readonly Uint8Array[];
    readonly type: string;
    readonly parentHeader: Header | Json;
    readonly content: Json;
    readonly metadata?: Json;
  }): Uint8Array[] {
    const { identities, type, parentHeader, content, metadata = {} } = message;
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.session,
      username: "kernel",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    return encode({ identities, header, parentHeader, metadata, content }, this.#signer);
  }
}
