import type { Json } from "../protocol/Message.js";
import type { Messenger, Request } from "../protocol/Messenger.js";
import { type ExecuteRequest, readExecuteRequest } from "./ExecuteRequest.js";

/**
 * An interrupt and a cell that is sent right after it come different ways, and the cell may be first. What comes so
 * close together counts as sent in that order.
 */
const togetherMs = 25;

/** Runs cells one after the other, in the order in which they came. */
export class CellQueue {
  readonly #messenger: Messenger;
  readonly #run: (cell: ExecuteRequest) => Promise<Json>;
  #waiting: Request[] = [];
  /** What waits for cells, with the last of them. */
  #followers: { readonly after: Request; readonly resolve: () => void }[] = [];
  #running: Request | undefined;
  #isActive = false;
  /** The cells that an interrupt meant, besides the one that ran: those that came before it. */
  #interrupted: ReadonlySet<Request> | undefined;

  /** `run` runs a cell and gives the content of the reply. */
  constructor(messenger: Messenger, run: (cell: ExecuteRequest) => Promise<Json>) {
    this.#messenger = messenger;
    this.#run = run;
  }

  /** The cell for which the kernel is busy. */
  get running(): Request | undefined {
    return this.#running;
  }

  add(request: Request): void {
    this.#waiting.push(request);
    if (!this.#isActive) void this.#runAll();
  }

  /** Resolves when the cells that are there now have been answered. */
  async reached(): Promise<void> {
    const after = this.#waiting.at(-1) ?? this.#running;
    if (after !== undefined) await new Promise<void>((resolve) => this.#followers.push({ after, resolve }));
  }

  interrupt(): void {
    const before = performance.now() - togetherMs;
    this.#interrupted = new Set(this.#waiting.filter(({ receivedAt }) => receivedAt < before));
  }

  async #runAll(): Promise<void> {
    this.#isActive = true;
    for (let request = this.#waiting.shift(); request !== undefined; request = this.#waiting.shift()) {
      await this.#runOne(request);
      this.#wake(request);
    }
    this.#isActive = false;
  }

  async #runOne(request: Request): Promise<void> {
    const { header } = request.message;
    const cell = readExecuteRequest(request);
    this.#running = request;
    this.#interrupted = undefined;
    this.#messenger.status(header, "busy");
    const content = await this.#run(cell).catch(ownFault);
    const failed = content.status !== "ok";
    // What a client sent together with this cell may still be in the socket: let it come in before the answer.
    if (failed) await new Promise((resolve) => setImmediate(resolve));
    this.#messenger.reply(request, content);
    this.#running = undefined;
    this.#messenger.status(header, "idle");
    if (failed && cell.stopOnError) this.#abort(this.#interrupted ?? new Set(this.#waiting));
  }

  #abort(meant: ReadonlySet<Request>): void {
    const aborted = this.#waiting.filter((request) => meant.has(request));
    this.#waiting = this.#waiting.filter((request) => !meant.has(request));
    for (const request of aborted) {
      const { header } = request.message;
      this.#messenger.status(header, "busy");
      this.#messenger.reply(request, { status: "aborted" });
      this.#messenger.status(header, "idle");
      this.#wake(request);
    }
  }

  #wake(done: Request): void {
    const awake = this.#followers.filter(({ after }) => after === done);
    this.#followers = this.#followers.filter(({ after }) => after !== done);
    for (const { resolve } of awake) resolve();
  }
}

/** One cell that the kernel cannot cope with must not keep the others from running. */
function ownFault(error: Error): Json {
  const evalue = `the kernel itself failed: ${error.message}`;
  console.error("initlab kernel:", error);
  return { status: "error", ename: "KernelFailure", evalue, traceback: [`KernelFailure: ${evalue}`] };
}
