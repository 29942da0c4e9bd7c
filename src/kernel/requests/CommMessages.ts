import { setTimeout as sleep } from "node:timers/promises";
import type { CommAction, CommCommand, CommContent, EngineEvent } from "../channel/messages.js";
import type { CellQueue } from "../front/CellQueue.js";
import type { OutputRouter } from "../front/OutputRouter.js";
import type { Json } from "../protocol/Message.js";
import type { Request } from "../protocol/Messenger.js";

interface Parts {
  readonly router: OutputRouter;
  readonly queue: Pick<CellQueue, "reached">;
  readonly send: (command: CommCommand, buffers: readonly Uint8Array[]) => Promise<void>;
  /** A number of its own, as cells have. */
  readonly number: () => number;
  readonly log: (text: string) => void;
}

/** Whoever asks which comms there are waits so long for those that are being opened. */
const openingMs = 500;

const types = new Set<string>(["comm_open", "comm_msg", "comm_close"] satisfies CommAction[]);

/** Takes comm messages from clients to the engine and back, and knows which comms are open. */
export class CommMessages {
  readonly #parts: Parts;
  /** The targets of open comms. */
  readonly #open = new Map<string, string>();
  /** What is called when the engine knows whether it takes a comm. */
  readonly #opening = new Map<string, () => void>();
  readonly #handling = new Map<number, () => void>();
  readonly #turns = new Map<string, Promise<void>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  static isComm({ message }: Request): boolean {
    return types.has(message.header.msg_type);
  }

  /**
   * Resolves when it is a message's turn: a comm is opened after the cells that were sent before, which may define
   * its target; the messages of a comm follow each other. They do not wait for cells, so that somebody can watch and
   * steer what runs.
   */
  turn({ message }: Request): Promise<void> {
    const id = String(message.content.comm_id);
    const before = this.#turns.get(id);
    if (before === undefined && this.#open.has(id)) return Promise.resolve();
    const turn = (before ?? Promise.resolve()).then(() =>
      this.#open.has(id) || this.#opening.has(id) ? undefined : this.#parts.queue.reached(),
    );
    this.#turns.set(id, turn);
    void turn.then(() => this.#turns.get(id) === turn && this.#turns.delete(id));
    return turn;
  }

  /** Has the engine handle a client's message whose turn it is; resolves when it has. */
  async receive({ message }: Request): Promise<undefined> {
    const action = message.header.msg_type as CommAction;
    const { comm_id: comm, target_name: name, data } = message.content;
    const { router, send, number, log } = this.#parts;
    if (typeof comm !== "string") return log(`a ${action} has no comm_id and is dropped`) as undefined;
    const isOpen = action === "comm_open";
    if (!isOpen && !this.#open.has(comm) && !this.#opening.has(comm)) {
      return log(`a ${action} is dropped: the comm ${comm} is not open`) as undefined;
    }
    const cell = number();
    router.addMessage(cell, message.header);
    const handled = new Promise<void>((resolve) => this.#handling.set(cell, resolve));
    if (isOpen) this.#opening.set(comm, () => undefined);
    else if (action === "comm_close") this.#open.delete(comm);
    const target = typeof name === "string" ? name : "";
    const content = { action, comm, target, data: data ?? {}, metadata: message.metadata };
    await send({ type: "comm", cell, ...content }, message.buffers ?? []);
    await handled;
    router.flush();
    return undefined;
  }

  /** What the engine tells of comms. */
  onEvent(
    event: Extract<EngineEvent, { type: "comm" | "accepted" | "handled" }>,
    buffers: readonly Uint8Array[],
  ): void {
    if (event.type === "handled") {
      this.#handling.get(event.cell)?.();
      this.#handling.delete(event.cell);
      return;
    }
    if (event.type === "accepted") {
      this.#decide(event.comm, event.target);
      return;
    }
    if (event.action === "comm_open") this.#open.set(event.comm, event.target);
    this.#parts.router.comm(event.cell, event, buffers);
    if (event.action === "comm_close") this.#decide(event.comm, undefined);
  }

  /** The content of `comm_info_reply`. */
  async info({ message }: Request): Promise<Json> {
    const { target_name: wanted } = message.content;
    await this.#opened();
    const comms = [...this.#open].filter(([, target]) => typeof wanted !== "string" || wanted === target);
    return {
      status: "ok",
      comms: Object.fromEntries(comms.map(([id, target_name]) => [id, { target_name }])),
    };
  }

  /** The engine is gone, and with it its end of every comm. */
  closeAll(): void {
    for (const [comm, target] of this.#open) {
      const content: CommContent = { action: "comm_close", comm, target, data: {}, metadata: {} };
      this.#parts.router.comm(undefined, content);
    }
    this.#open.clear();
    for (const id of this.#opening.keys()) this.#decide(id, undefined);
    for (const resolve of this.#handling.values()) resolve();
    this.#handling.clear();
  }

  #decide(id: string, target: string | undefined): void {
    if (target === undefined) this.#open.delete(id);
    else this.#open.set(id, target);
    this.#opening.get(id)?.();
    this.#opening.delete(id);
  }

  async #opened(): Promise<void> {
    const all = [...this.#opening].map(
      ([id, call]) =>
        new Promise<void>((resolve) =>
          this.#opening.set(id, () => {
            call();
            resolve();
          }),
        ),
    );
    if (all.length > 0) await Promise.race([Promise.all(all), sleep(openingMs)]);
  }
}
