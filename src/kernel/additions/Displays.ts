import { randomUUID } from "node:crypto";
import type { EngineEvent, MimeBundle } from "../channel/messages.js";
import { native } from "../channel/native.js";
import { bundleOf, hiddenValues, type PrintTensor } from "../engine/describeValue.js";

interface DisplayOptions {
  readonly display_id?: string;
  readonly update?: boolean;
  readonly metadata?: object;
}

interface DisplayHandle {
  readonly display_id: string;
  readonly update: (value: unknown, options?: Pick<DisplayOptions, "metadata">) => void;
}

interface Parts {
  readonly send: (event: EngineEvent) => void;
  readonly cell: () => number;
  readonly printTensor: () => PrintTensor | undefined;
}

const mimeType = /^(?:application|audio|chemical|font|image|message|model|multipart|text|video)\/[\w.+-]+$/;

/** What cells show besides their value: the globals `display` and `clear_output`. */
export class Displays {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly display = (
    value: unknown,
    { display_id: id = randomUUID(), update = false, metadata = {} }: DisplayOptions = {},
  ): DisplayHandle => {
    if (typeof id !== "string" || id === "") {
      throw new native.TypeError(
        `display: expected display_id to be a text, got ${id === "" ? '""' : typeof id}`,
      );
    }
    this.#show(value, { id, update, metadata });
    const handle: DisplayHandle = {
      display_id: id,
      update: (next, options = {}) =>
        this.#show(next, { id, update: true, metadata: options.metadata ?? {} }),
    };
    hiddenValues.add(handle);
    return handle;
  };

  readonly clearOutput = ({ wait = false }: { readonly wait?: boolean } = {}): void => {
    this.#parts.send({ type: "clear", cell: this.#parts.cell(), wait: native.Boolean(wait) });
  };

  #show(
    value: unknown,
    { id, update, metadata }: { readonly id: string; readonly update: boolean; readonly metadata: object },
  ): void {
    const { send, cell: current, printTensor } = this.#parts;
    const cell = current();
    const publish = (data: MimeBundle): void =>
      send({ type: "display", cell, data, metadata, transient: { display_id: id }, update });
    const bundle = isBundle(value) ? value : bundleOf(value, printTensor());
    if (isPromise(bundle)) void bundle.then(publish);
    else publish(bundle);
  }
}

function isPromise(value: object): value is Promise<MimeBundle> {
  return typeof (value as { readonly then?: unknown }).then === "function";
}

/** A plain object whose keys are all MIME types is meant as it stands. */
function isBundle(value: unknown): value is MimeBundle {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = native.Object.getPrototypeOf(value);
  if (prototype !== native.Object.prototype && prototype !== null) return false;
  const keys = native.Object.keys(value);
  return keys.length > 0 && keys.every((key) => mimeType.test(key));
}
