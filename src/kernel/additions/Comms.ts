import { randomUUID } from "node:crypto";
import type { EngineEvent, ErrorReport } from "../channel/messages.js";
import { native } from "../channel/native.js";
import type { CellContext } from "../engine/CellContext.js";
import type { CommParcel } from "../engine/controlMessages.js";
import { type Bytes, CellComm, type CommMessage, type Data, type SendComm } from "./CellComm.js";

type Target = (comm: CellComm, data: Data, message: CommMessage) => unknown;

interface Parts {
  readonly send: (event: EngineEvent, buffers?: readonly Uint8Array[]) => void;
  readonly context: CellContext;
  readonly report: (error: unknown) => ErrorReport;
  /** Takes away the timers of what an interrupt stops. */
  readonly clearTimers: (cell: number) => void;
}

// Node's own, which no interrupt takes away.
const soon = setImmediate;

/** The comms of this engine: channels between its code and clients, by Jupyter's protocol. */
export class Comms {
  readonly #parts: Parts;
  readonly #targets = new native.Map<string, Target>();
  readonly #open = new native.Map<string, CellComm>();
  /** The messages whose handlers have not come to their end. */
  readonly #handling = new native.Set<number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The global `comm`. */
  readonly api = {
    registerTarget: (name: string, target: Target): void => {
      checkName("registerTarget", name);
      if (typeof target !== "function") {
        throw new native.TypeError(`comm.registerTarget: expected a function, got ${typeof target}`);
      }
      this.#targets.set(name, target);
    },
    open: (
      target: string,
      data: Data = {},
      buffers: readonly Bytes[] = [],
      metadata: Data = {},
    ): CellComm => {
      checkName("open", target);
      const comm = this.#add(randomUUID(), target);
      this.#send(comm, "comm_open", { data, buffers, metadata });
      return comm;
    },
  };

  /** Has a client's message handled; what the handlers put out belongs to the message. */
  receive(parcel: CommParcel): void {
    const { cell } = parcel;
    this.#handling.add(cell);
    this.#parts.context.visit(cell, () => {
      // By way of the event loop, so that what is thrown and not waited for is told first.
      this.#handle(parcel).then(
        () => soon(() => this.#finish(cell)),
        (error) => soon(() => this.#finish(cell, this.#parts.report(error))),
      );
    });
  }

  /** Ends the handlers that run, wherever they were cut off. The comms stay. */
  interrupt(): void {
    for (const cell of this.#handling) {
      this.#parts.clearTimers(cell);
      this.#finish(cell, interrupted);
    }
  }

  async #handle({ action, comm: id, target: name, data, metadata, buffers }: CommParcel): Promise<void> {
    const message = { data: data as Data, metadata: metadata as Data, buffers };
    if (action === "comm_open") return this.#accept(id, name, message);
    const comm = this.#open.get(id);
    if (action === "comm_close") this.#open.delete(id);
    await comm?.receive(action, message);
  }

  async #accept(id: string, name: string, message: CommMessage): Promise<void> {
    const target = this.#targets.get(name);
    const comm = this.#add(id, name);
    if (target === undefined) return comm.close();
    this.#parts.send({ type: "accepted", comm: id, target: name });
    try {
      await target(comm, message.data, message);
    } catch (error) {
      comm.close();
      throw error;
    }
  }

  #add(id: string, target: string): CellComm {
    const comm = new CellComm(id, target, this.#send);
    this.#open.set(id, comm);
    return comm;
  }

  readonly #send: SendComm = ({ id, target }, action, { data, buffers, metadata }) => {
    const cell = this.#parts.context.cell;
    const bytes = buffers.map(toBytes);
    try {
      this.#parts.send({ type: "comm", cell, action, comm: id, target, data, metadata }, bytes);
    } catch (error) {
      if (action === "comm_open") this.#open.delete(id);
      throw new native.TypeError(`comm: the data cannot be sent as JSON: ${(error as Error).message}`);
    }
    if (action === "comm_close") this.#open.delete(id);
  };

  #finish(cell: number, error?: ErrorReport): void {
    if (!this.#handling.delete(cell)) return;
    if (error !== undefined) this.#parts.send({ type: "error", cell, ...error });
    this.#parts.send({ type: "handled", cell });
  }
}

const interrupted: ErrorReport = {
  ename: "Interrupted",
  evalue: "the handler of a comm's message was stopped",
  traceback: ["Interrupted: the handler of a comm's message was stopped."],
};

function checkName(method: string, name: unknown): void {
  if (typeof name === "string" && name !== "") return;
  const got = name === "" ? "an empty one" : typeof name;
  throw new native.TypeError(`comm.${method}: expected the name of a target, got ${got}`);
}

function toBytes(buffer: Bytes, index: number): Uint8Array {
  if (native.ArrayBuffer.isView(buffer)) {
    return new native.Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  const tag = native.Object.prototype.toString.call(buffer);
  if (tag === "[object ArrayBuffer]" || tag === "[object SharedArrayBuffer]")
    return new native.Uint8Array(buffer);
  throw new native.TypeError(`comm: expected buffers[${index}] to be an ArrayBuffer or a view, got ${tag}`);
}
