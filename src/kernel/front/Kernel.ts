import { setTimeout as sleep } from "node:timers/promises";
import { LanguageWorker } from "../language/LanguageWorker.js";
import type { Json, Message } from "../protocol/Message.js";
import { Messenger, type Request, type RequestChannel } from "../protocol/Messenger.js";
import type { Signer } from "../protocol/Signer.js";
import type { Sockets } from "../protocol/Sockets.js";
import { decode } from "../protocol/wire.js";
import { CommMessages } from "../requests/CommMessages.js";
import { debugReply } from "../requests/debugReply.js";
import { History } from "../requests/History.js";
import { kernelInfo } from "../requests/kernelInfo.js";
import { languageReplies } from "../requests/languageReplies.js";
import { Questions } from "../requests/Questions.js";
import { CellExecutor } from "./CellExecutor.js";
import { CellQueue } from "./CellQueue.js";
import { EngineHost } from "./EngineHost.js";
import { engineListener } from "./engineListener.js";
import { logError } from "./logError.js";
import { OutputRouter } from "./OutputRouter.js";
import { typesSetting } from "./typesSetting.js";

interface KernelOptions {
  readonly sockets: Sockets;
  readonly signer: Signer;
  /** The notebook's folder. */
  readonly folder: string;
  /** The notebook's file, where it is known. */
  readonly notebook: string | undefined;
  /** How many megabytes the student's objects may take; without it, Node.js decides. */
  readonly memory: number | undefined;
  /** Called when the kernel has said its last word. */
  readonly exit: () => void;
  /** Called when the kernel cannot go on. */
  readonly fail: (reason: string) => void;
}

/** How long clients may take to fetch what the kernel says last. */
const farewellMs = 300;

type Handler = (request: Request) => Json | undefined | Promise<Json | undefined>;

/** The front of the kernel: answers requests at once, and has cells run one after the other. */
export class Kernel {
  readonly #options: KernelOptions;
  readonly #messenger: Messenger;
  readonly #queue: CellQueue;
  readonly #engine: EngineHost;
  readonly #executor: CellExecutor;
  readonly #questions: Questions;
  readonly #comms: CommMessages;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(options: KernelOptions) {
    const { sockets, signer, folder, notebook, memory, fail } = options;
    this.#options = options;
    const messenger = new Messenger(sockets, signer);
    const router = new OutputRouter(messenger, (flowing) => this.#engine.setFlowing(flowing));
    const language = new LanguageWorker({ folder, globals: Object.getOwnPropertyNames(globalThis) });
    const history = new History();
    const questions = new Questions(
      messenger,
      (question, answer) => void this.#engine.send({ type: "answer", question, ...answer }),
    );
    this.#messenger = messenger;
    this.#questions = questions;
    this.#queue = new CellQueue(messenger, (cell) => this.#executor.run(cell));
    this.#comms = new CommMessages({
      router,
      queue: this.#queue,
      send: (command, buffers) => this.#engine.send(command, buffers),
      number: () => this.#executor.nextNumber(),
      log: (text) => logError(new Error(text)),
    });
    const comms = this.#comms;
    this.#engine = new EngineHost(engineListener({ router, language, questions, comms, fail }), memory);
    this.#executor = new CellExecutor({
      messenger,
      router,
      engine: this.#engine,
      language,
      history,
      questions,
      typesSetting: () => typesSetting(notebook),
    });
    this.#handlers = this.#makeHandlers(language, history);
    messenger.status({}, "starting");
  }

  /** Reads requests until the sockets are closed. */
  async listen(): Promise<void> {
    const { sockets } = this.#options;
    void sockets.beat().catch(() => undefined);
    void this.#messenger.welcome().catch(() => undefined);
    await Promise.all([
      this.#receive("shell", (request) => this.#onMessage(request)),
      this.#receive("control", (request) => this.#onMessage(request)),
      this.#receive("stdin", ({ message }) => this.#onInput(message)),
    ]);
  }

  async interrupt(): Promise<void> {
    this.#queue.interrupt();
    this.#executor.interrupt();
    await this.#engine.interrupt();
  }

  async shutDown(request?: Request): Promise<void> {
    const restart = request?.message.content.restart === true;
    await this.#engine.end();
    const content = { status: "ok", restart };
    if (request !== undefined) {
      const { header } = request.message;
      this.#messenger.reply(request, content);
      this.#messenger.publish(header, "shutdown_reply", content);
      this.#messenger.status(header, "idle");
    }
    // Nobody waits for a client that takes nothing.
    await Promise.race([this.#messenger.drained(), sleep(farewellMs)]);
    this.#options.exit();
  }

  #makeHandlers(language: LanguageWorker, history: History): Readonly<Record<string, Handler>> {
    return {
      ...languageReplies(language),
      kernel_info_request: () => kernelInfo(),
      history_request: ({ message }) => history.reply(message.content),
      comm_info_request: (request) => this.#comms.info(request),
      comm_open: (request) => this.#comms.receive(request),
      comm_msg: (request) => this.#comms.receive(request),
      comm_close: (request) => this.#comms.receive(request),
      debug_request: ({ message }) => debugReply(message.content),
      interrupt_request: () => this.interrupt().then(() => ({ status: "ok" })),
    };
  }

  async #receive<C extends RequestChannel | "stdin">(
    channel: C,
    onMessage: (request: Omit<Request, "channel"> & { readonly channel: C }) => void,
  ): Promise<void> {
    for await (const parts of this.#options.sockets[channel]) {
      try {
        const message = decode(parts, this.#options.signer);
        onMessage({ channel, message, receivedAt: performance.now() });
      } catch (error) {
        logError(new Error(`a message on ${channel} is dropped: ${(error as Error).message}`));
      }
    }
  }

  #onMessage(request: Request): void {
    const { msg_type: type } = request.message.header;
    if (type === "execute_request") this.#queue.add(request);
    else void this.#answer(request).catch(logError);
  }

  #onInput(message: Message): void {
    if (message.header.msg_type === "input_reply") this.#questions.onReply(message);
    else logError(new Error(`${message.header.msg_type} on stdin is not known and is dropped`));
  }

  async #answer(request: Request): Promise<void> {
    const { header } = request.message;
    if (CommMessages.isComm(request)) await this.#comms.turn(request);
    this.#messenger.status(header, "busy");
    if (header.msg_type === "shutdown_request") return this.shutDown(request);
    const content = await this.#contentFor(request);
    if (content !== undefined) this.#messenger.reply(request, content);
    this.#messenger.status(header, "idle");
    // Clients show the state that came last; the kernel is not idle while a cell runs.
    const running = this.#queue.running;
    if (running !== undefined) this.#messenger.status(running.message.header, "busy");
  }

  async #contentFor(request: Request): Promise<Json | undefined> {
    const { msg_type: type } = request.message.header;
    const handler = Object.hasOwn(this.#handlers, type) ? this.#handlers[type] : undefined;
    if (handler === undefined) {
      logError(new Error(`${type} is not known and is not answered`));
      return undefined;
    }
    try {
      return await handler(request);
    } catch (error) {
      const { name: ename, message: evalue } = error as Error;
      return { status: "error", ename, evalue, traceback: [] };
    }
  }
}
