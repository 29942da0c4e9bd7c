import type { StreamName, StreamText } from "../channel/frames.js";
import type { CommContent, EngineEvent, ErrorReport, MimeBundle } from "../channel/messages.js";
import type { Header, Json } from "../protocol/Message.js";
import type { Extras, Messenger } from "../protocol/Messenger.js";
import { OutputStreams } from "./OutputStreams.js";

/** Bytes that may wait for slow clients before the engine has to. */
const mostBacklog = 4 * 1024 * 1024;

/** So many messages may have outputs after they were handled. */
const mostMessages = 1000;

/** Publishes what cells put out, each with the header of the request that ran the cell, in the order it came. */
export class OutputRouter {
  readonly #messenger: Messenger;
  readonly #parents = new Map<number, Header>();
  readonly #streams: OutputStreams;
  readonly #setFlowing: (flowing: boolean) => void;
  readonly #messages: number[] = [];
  #isHeld = false;
  #lastCell = 0;

  /** `setFlowing` stops and continues the engine's outputs. */
  constructor(messenger: Messenger, setFlowing: (flowing: boolean) => void) {
    this.#messenger = messenger;
    this.#setFlowing = setFlowing;
    this.#streams = new OutputStreams(({ cell, stream, text }) =>
      messenger.publish(this.#parentOf(cell), "stream", { name: stream, text }),
    );
  }

  /** From now on outputs of this cell belong to that request. */
  addCell(cell: number, parent: Header): void {
    this.#parents.set(cell, parent);
    this.#lastCell = cell;
  }

  /** The same for what is no cell, and of which there may be very many: a client's comm message. */
  addMessage(number: number, parent: Header): void {
    this.#parents.set(number, parent);
    this.#messages.push(number);
    if (this.#messages.length > mostMessages) this.#parents.delete(this.#messages.shift() as number);
  }

  write(text: StreamText): void {
    this.#streams.write(text);
    if (this.#streams.length + this.#messenger.backlog > mostBacklog) this.#hold();
  }

  /** Text of which nobody knows which cell it comes from. */
  writeRaw(stream: StreamName, text: string): void {
    this.write({ cell: this.#lastCell, stream, text });
  }

  display({ cell, data, metadata, transient, update }: Extract<EngineEvent, { type: "display" }>): void {
    const type = update ? "update_display_data" : "display_data";
    this.#publish(cell, type, { data: withJsonText(data), metadata, transient });
  }

  result(cell: number, count: number, data: MimeBundle): void {
    this.#publish(cell, "execute_result", { execution_count: count, data: withJsonText(data), metadata: {} });
  }

  /** Removes the outputs that a cell has so far. */
  clear(cell: number, wait: boolean): void {
    this.#publish(cell, "clear_output", { wait });
  }

  /** What the engine's end of a comm says to the clients; without a cell it is the kernel that says it. */
  comm(cell: number | undefined, content: CommContent, buffers: readonly Uint8Array[] = []): void {
    const { action, comm: id, target, data, metadata } = content;
    const isOpen = action === "comm_open";
    this.#publish(
      cell ?? this.#lastCell,
      action,
      { comm_id: id, ...(isOpen ? { target_name: target } : {}), data },
      { metadata: metadata as Json, buffers },
    );
  }

  error(cell: number, { ename, evalue, traceback }: ErrorReport): void {
    this.#publish(cell, "error", { ename, evalue, traceback });
  }

  flush(): void {
    this.#streams.flush();
  }

  #publish(cell: number, type: string, content: Json, more: Extras = {}): void {
    this.flush();
    this.#messenger.publish(this.#parentOf(cell), type, content, more);
    if (this.#messenger.backlog > mostBacklog) this.#hold();
  }

  #parentOf(cell: number): Header | Json {
    return this.#parents.get(cell) ?? {};
  }

  #hold(): void {
    this.flush();
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#setFlowing(false);
    void this.#messenger.drained().then(() => {
      this.#isHeld = false;
      this.#setFlowing(true);
    });
  }
}

/** Clients expect text as a string; only JSON types may be something else. */
function withJsonText(data: MimeBundle): MimeBundle {
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([type, value]) => [
      type,
      typeof value === "string" || /[/+]json$/.test(type)
        ? value
        : Array.isArray(value)
          ? value.join("")
          : String(value),
    ]),
  );
}
