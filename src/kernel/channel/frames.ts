import { native } from "./native.js";
/*
 * What front and engine send each other: a length (4 bytes), a kind (1 byte), a body. Text for stdout and stderr has
 * a form of its own, because there is much of it; everything else is JSON, or JSON with binary data behind it.
 */

export type StreamName = "stdout" | "stderr";

/** Text that a cell wrote. */
export interface StreamText {
  readonly stream: StreamName;
  readonly cell: number;
  readonly text: string;
}

/** The fifth byte of a frame. */
export const kinds = { json: 0, stdout: 1, stderr: 2, parcel: 3 } as const;
/** Length and kind. */
export const headLength = 5;
/** The cell's number, before a text. */
export const cellLength = 4;

export function encodeText({ stream, cell, text }: StreamText): Buffer {
  const length = native.Buffer.byteLength(text);
  const frame = head(kinds[stream], cellLength + length);
  frame.writeUInt32LE(cell, headLength);
  frame.write(text, headLength + cellLength);
  return frame;
}

export function encodeJson(value: object): Buffer {
  const text = native.JSON.stringify(value);
  const frame = head(kinds.json, native.Buffer.byteLength(text));
  frame.write(text, headLength);
  return frame;
}

/**
 * JSON, and binary data that belongs to it: how many pieces (4 bytes), how long the JSON and each piece are (4 bytes
 * each), the JSON, the pieces.
 */
export function encodeParcel(value: object, buffers: readonly Uint8Array[]): Buffer {
  if (buffers.length === 0) return encodeJson(value);
  const parts = [native.Buffer.from(native.JSON.stringify(value)), ...buffers];
  const lengths = native.Buffer.allocUnsafe(4 + 4 * parts.length);
  lengths.writeUInt32LE(buffers.length, 0);
  for (const [index, { byteLength }] of parts.entries()) lengths.writeUInt32LE(byteLength, 4 + 4 * index);
  const body = native.Buffer.concat([lengths, ...parts]);
  const frame = head(kinds.parcel, body.length);
  frame.set(body, headLength);
  return frame;
}

/** The parts of a parcel's body, the JSON first; each piece is memory of its own. */
export function decodeParcel(body: Buffer): { readonly json: string; readonly buffers: Uint8Array[] } {
  const count = body.readUInt32LE(0) + 1;
  let at = 4 + 4 * count;
  const parts: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const length = body.readUInt32LE(4 + 4 * index);
    parts.push(body.subarray(at, at + length));
    at += length;
  }
  const [json = native.Buffer.alloc(0), ...buffers] = parts;
  return { json: json.toString("utf8"), buffers: buffers.map((buffer) => new native.Uint8Array(buffer)) };
}

function head(kind: number, bodyLength: number): Buffer {
  const frame = native.Buffer.allocUnsafe(headLength + bodyLength);
  frame.writeUInt32LE(bodyLength + 1, 0);
  frame.writeUInt8(kind, 4);
  return frame;
}
