import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import type { ConnectionInfo } from "../protocol/ConnectionInfo.js";
import { type Header, type Json, type Message, protocolVersion } from "../protocol/Message.js";
import { Signer } from "../protocol/Signer.js";
import { decode, encode } from "../protocol/wire.js";

/** What came of a request: the reply, and what was said to everybody until the kernel was idle again. */
export interface Answer {
  readonly reply: Json;
  readonly outputs: readonly Message[];
}

/** The client's side of Jupyter's protocol, as far as running a notebook needs it: one request at a time. */
export class Client {
  readonly #session = randomUUID();
  readonly #signer: Signer;
  readonly #shell = new Dealer({ linger: 0, routingId: this.#session });
  readonly #subscriber = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  #messages: Message[] = [];
  #replies: Message[] = [];
  #look = (): void => {};

  constructor(info: ConnectionInfo) {
    this.#signer = new Signer(info);
    this.#shell.connect(info.addresses.shell);
    this.#subscriber.connect(info.addresses.iopub);
    this.#subscriber.subscribe();
    void this.#collect(this.#shell, (message) => this.#replies.push(message));
    void this.#collect(this.#subscriber, (message) => this.#messages.push(message));
  }

  /** Waits until what the kernel says to everybody is heard, too. */
  async connected(signal: AbortSignal): Promise<void> {
    await this.#until(() => this.#messages.some(({ header }) => header.msg_type === "iopub_welcome"), signal);
  }

  async ask(type: string, content: Json, signal: AbortSignal): Promise<Answer> {
    [this.#messages, this.#replies] = [[], []];
    const id = await this.#send(type, content);
    const isOf = ({ parentHeader }: Message): boolean => parentHeader.msg_id === id;
    const isIdle = ({ content: { execution_state: state } }: Message): boolean => state === "idle";
    await this.#until(
      () => this.#replies.some(isOf) && this.#messages.some((message) => isOf(message) && isIdle(message)),
      signal,
    );
    return { reply: this.#replies.find(isOf)?.content ?? {}, outputs: this.#messages.filter(isOf) };
  }

  close(): void {
    this.#shell.close();
    this.#subscriber.close();
  }

  async #send(type: string, content: Json): Promise<string> {
    const header: Header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.#session,
      username: "initlab",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    const message = { identities: [], header, parentHeader: {}, metadata: {}, content };
    await this.#shell.send(encode(message, this.#signer));
    return header.msg_id;
  }

  #until(isThere: () => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason);
      this.#look = () => {
        if (!isThere()) return;
        signal.removeEventListener("abort", stop);
        resolve();
      };
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop, { once: true });
      this.#look();
    });
  }

  async #collect(socket: Dealer | Subscriber, keep: (message: Message) => void): Promise<void> {
    for await (const parts of socket) {
      keep(decode(parts as Uint8Array[], this.#signer));
      this.#look();
    }
  }
}
