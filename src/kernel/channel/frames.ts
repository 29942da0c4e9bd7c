import { native } from "./native.js";
/*
 * What front and engine send each other: a length (4 bytes), a kind (1 byte), a body. Text for stdout and stderr has
 * a form of its own, because there is much of it; everything else is JSON.
 */

export type StreamName = "stdout" | "stderr";

/** Text that a cell wrote. */
export interface StreamText {
  readonly stream: StreamName;
  readonly cell: number;
  readonly text: string;
}

/** The fifth byte of a frame. */
export const kinds = { json: 0, stdout: 1, stderr: 2 } as const;
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

function head(kind: number, bodyLength: number): Buffer {
  const frame = native.Buffer.allocUnsafe(headLength + bodyLength);
  frame.writeUInt32LE(bodyLength + 1, 0);
  frame.writeUInt8(kind, 4);
  return frame;
}
