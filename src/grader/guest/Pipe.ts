import { headLength } from "../protocol/frames.js";
import { byteLengthOf, bytesOf, copyInto, NativeUint8Array } from "../values/primordials.js";
import { exit, readInput, writeOutput } from "./platform.js";

export interface Question {
  readonly kind: number;
  readonly body: Uint8Array;
}

/** Reads questions and writes answers; both wait until it is done. */
export class Pipe {
  readonly #number = new NativeUint8Array(headLength - 1);

  /** The next question; the process ends when there are no more. */
  read(): Question {
    const head = readBytes(4 + headLength);
    const length = head[0]! + head[1]! * 2 ** 8 + head[2]! * 2 ** 16 + head[3]! * 2 ** 24;
    copyInto(this.#number, bytesOf(head, 5, headLength - 1), 0);
    return { kind: head[4]!, body: readBytes(length - headLength) };
  }

  /** Answers the last question. */
  write(kind: number, body?: Uint8Array): void {
    const length = headLength + (body === undefined ? 0 : byteLengthOf(body));
    const frame = new NativeUint8Array(4 + length);
    for (let i = 0, rest = length; i < 4; i++, rest = (rest - (rest % 256)) / 256) frame[i] = rest % 256;
    frame[4] = kind;
    copyInto(frame, this.#number, 5);
    if (body !== undefined) copyInto(frame, body, 4 + headLength);
    for (let at = 0; at < 4 + length; ) at += writeOutput(bytesOf(frame, at, 4 + length - at));
  }
}

function readBytes(count: number): Uint8Array {
  const bytes = new NativeUint8Array(count);
  for (let at = 0; at < count; ) {
    const more = readInput(bytesOf(bytes, at, count - at));
    if (more === null) exit(0);
    at += more;
  }
  return bytes;
}
