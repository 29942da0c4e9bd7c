import { Writable } from "node:stream";
import type { StreamName } from "../channel/frames.js";
import { native } from "../channel/native.js";
import type { Output } from "./Output.js";

/** `process.stdout` and `process.stderr` of the engine: what is written goes to the cell that wrote it. */
export class CellStream extends Writable {
  readonly #output: Output;
  readonly #stream: StreamName;
  readonly #cell: () => number;

  constructor(output: Output, stream: StreamName, cell: () => number) {
    super({ decodeStrings: false, highWaterMark: 2 ** 30 });
    this.#output = output;
    this.#stream = stream;
    this.#cell = cell;
  }

  readonly isTTY: boolean = false;

  get fd(): number {
    return this.#stream === "stdout" ? 1 : 2;
  }

  // Written directly: a Writable would put off what is written while another write is cut off.
  override write(chunk: unknown, ...rest: unknown[]): boolean {
    const encoding = typeof rest[0] === "string" ? (rest[0] as BufferEncoding) : "utf8";
    const callback = rest.find((value) => typeof value === "function") as (() => void) | undefined;
    this.#output.write(this.#stream, this.#cell(), asText(chunk, encoding));
    if (callback !== undefined) native.process.nextTick(callback);
    return true;
  }

  override _write(chunk: unknown, encoding: BufferEncoding, callback: () => void): void {
    this.#output.write(this.#stream, this.#cell(), asText(chunk, encoding));
    callback();
  }

  // The stream is the process's, and outlives whatever was piped into it.
  override end(chunk?: unknown): this {
    if (chunk !== undefined && typeof chunk !== "function") this.write(chunk);
    return this;
  }

  override destroy(): this {
    return this;
  }
}

function asText(chunk: unknown, encoding: BufferEncoding): string {
  if (typeof chunk === "string") {
    return encoding === "hex" || encoding === "base64" || encoding === "base64url"
      ? native.Buffer.from(chunk, encoding).toString()
      : chunk;
  }
  if (chunk instanceof native.Uint8Array) {
    return native.Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString();
  }
  throw new native.TypeError(
    `write: expected a string or bytes, got ${chunk === null ? "null" : typeof chunk}`,
  );
}
