import { randomUUID } from "node:crypto";
import { Dealer, Request as Heart, Subscriber } from "zeromq";
import type { Header, Json, Message } from "../../../src/kernel/protocol/Message.ts";
import { Signer } from "../../../src/kernel/protocol/Signer.ts";
import { decode, encode } from "../../../src/kernel/protocol/wire.ts";

export interface ConnectionFile {
  readonly [name: string]: string | number;
}

/** What came of a request: the reply, and everything on iopub up to `idle`. */
export interface Answer {
  readonly reply: Json;
  readonly outputs: readonly Message[];
}

/** A client of a kernel, as a notebook's page is one. */
export class Client {
  readonly session: string = randomUUID();
  readonly iopub: Message[] = [];
  readonly replies: Message[] = [];
  /** The kernel's questions. */
  readonly questions: Message[] = [];
  readonly #signer: Signer;
  // All of a client's sockets have one name, so that the kernel's questions find whoever ran the cell.
  readonly #shell = new Dealer({ linger: 0, routingId: this.session });
  readonly #control = new Dealer({ linger: 0, routingId: this.session });
  readonly #stdin = new Dealer({ linger: 0, routingId: this.session });
  readonly #heart = new Heart({ linger: 0 });
  readonly #subscriber = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #sent = { shell: Promise.resolve(), control: Promise.resolve(), stdin: Promise.resolve() };
  #wake: (() => void)[] = [];

  constructor(file: ConnectionFile) {
    this.#signer = new Signer({ key: String(file.key), hash: "sha256" });
    const address = (port: string): string => `tcp://127.0.0.1:${file[port]}`;
    this.#shell.connect(address("shell_port"));
    this.#control.connect(address("control_port"));
    this.#stdin.connect(address("stdin_port"));
    this.#heart.connect(address("hb_port"));
    this.#subscriber.connect(address("iopub_port"));
    this.#subscriber.subscribe();
    void this.#collect(this.#shell, this.replies);
    void this.#collect(this.#control, this.replies);
    void this.#collect(this.#stdin, this.questions);
    void this.#collect(this.#subscriber, this.iopub);
  }

  /** Sends a request; returns its id. */
  send(
    type: string,
    content: Json,
    { channel = "shell", metadata = {}, buffers = [], parent = {} }: SendOptions = {},
  ): string {
    const header: Header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.session,
      username: "test",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const parts = encode(
      { identities: [], header, parentHeader: parent, metadata, content, buffers },
      this.#signer,
    );
    this.sendRaw(parts, channel);
    return header.msg_id;
  }

  sendRaw(parts: Uint8Array[], channel: Channel = "shell"): void {
    const sockets = { shell: this.#shell, control: this.#control, stdin: this.#stdin };
    // A socket sends one message after the other, and some hundred in one go.
    const sent = this.#sent[channel].then(() => sockets[channel].send(parts));
    this.#sent[channel] = sent.catch(() => undefined);
  }

  async ask(type: string, content: Json = {}, options: SendOptions = {}): Promise<Answer> {
    return this.answer(this.send(type, content, options), options.timeout);
  }

  /** Runs a cell. */
  async execute(code: string, content: Json = {}, options: SendOptions = {}): Promise<Answer> {
    return this.ask("execute_request", { code, ...content }, options);
  }

  /** Waits for the reply to a request and for its `idle`. */
  async answer(id: string, timeout = 20_000): Promise<Answer> {
    const isOf = (message: Message): boolean => message.parentHeader.msg_id === id;
    const reply = await this.until(() => this.replies.find(isOf), `the reply to ${id}`, timeout);
    await this.until(
      () => this.iopub.find((one) => isOf(one) && one.content.execution_state === "idle"),
      "idle",
      timeout,
    );
    return { reply: reply.content, outputs: this.iopub.filter(isOf) };
  }

  /** Waits until something is there. */
  async until<T>(find: () => T | undefined | false, what: string, timeout = 10_000): Promise<T> {
    const end = performance.now() + timeout;
    for (;;) {
      const found = find();
      if (found !== undefined && found !== false) return found;
      const left = end - performance.now();
      if (left <= 0) throw new Error(`${what} did not come within ${timeout} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 500));
        this.#wake.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async beat(): Promise<string> {
    await this.#heart.send("ping");
    const [echo] = await this.#heart.receive();
    return String(echo);
  }

  close(): void {
    for (const socket of [this.#shell, this.#control, this.#stdin, this.#heart, this.#subscriber])
      socket.close();
  }

  async #collect(socket: Dealer | Subscriber, into: Message[]): Promise<void> {
    for await (const parts of socket) {
      into.push(decode(parts as Uint8Array[], this.#signer));
      const wake = this.#wake;
      this.#wake = [];
      for (const call of wake) call();
    }
  }
}

type Channel = "shell" | "control" | "stdin";

interface SendOptions {
  readonly channel?: Channel;
  readonly metadata?: Json;
  readonly buffers?: readonly Uint8Array[];
  readonly parent?: Header | Json;
  readonly timeout?: number;
}

/** The content of the messages of a type. */
export function contents(outputs: readonly Message[], type: string): Json[] {
  return outputs.filter(({ header }) => header.msg_type === type).map(({ content }) => content);
}

/** Everything that was written to a stream. */
export function text(outputs: readonly Message[], name = "stdout"): string {
  return contents(outputs, "stream")
    .filter((content) => content.name === name)
    .map((content) => content.text)
    .join("");
}
