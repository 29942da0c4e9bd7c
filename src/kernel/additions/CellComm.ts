import type { CommAction } from "../channel/messages.js";
import { native } from "../channel/native.js";

export type Bytes = ArrayBuffer | ArrayBufferView;
export type Data = Readonly<Record<string, unknown>>;

/** What came from the other end of a comm, as handlers get it. */
export interface CommMessage {
  readonly data: Data;
  readonly metadata: Data;
  readonly buffers: readonly Uint8Array[];
}

export type MessageHandler = (data: Data, message: CommMessage) => unknown;

/** Takes a message to the clients. */
export type SendComm = (
  comm: CellComm,
  action: CommAction,
  message: { readonly data: Data; readonly buffers: readonly Bytes[]; readonly metadata: Data },
) => void;

/** The engine's end of a comm, which cells and targets hold. */
export class CellComm {
  readonly id: string;
  readonly target: string;
  readonly #send: SendComm;
  #isClosed = false;
  #onMessage: MessageHandler | undefined;
  #onClose: MessageHandler | undefined;

  constructor(id: string, target: string, send: SendComm) {
    this.id = id;
    this.target = target;
    this.#send = send;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  send(data: Data = {}, buffers: readonly Bytes[] = [], metadata: Data = {}): void {
    if (this.#isClosed) {
      throw new native.Error(`comm.send: this comm (target ${this.target}) is closed; open another one`);
    }
    this.#send(this, "comm_msg", { data, buffers, metadata });
  }

  onMessage(handler: MessageHandler): void {
    this.#onMessage = checkHandler("onMessage", handler);
  }

  onClose(handler: MessageHandler): void {
    this.#onClose = checkHandler("onClose", handler);
  }

  close(data: Data = {}, buffers: readonly Bytes[] = [], metadata: Data = {}): void {
    if (this.#isClosed) return;
    this.#send(this, "comm_close", { data, buffers, metadata });
    this.#isClosed = true;
  }

  /** For the kernel: calls the handler of a message that came, with the comm closed if the message says so. */
  receive(action: CommAction, message: CommMessage): unknown {
    if (action === "comm_msg") return this.#onMessage?.(message.data, message);
    this.#isClosed = true;
    return this.#onClose?.(message.data, message);
  }
}

function checkHandler(name: string, handler: MessageHandler): MessageHandler {
  if (typeof handler === "function") return handler;
  throw new native.TypeError(`comm.${name}: expected a function, got ${typeof handler}`);
}
