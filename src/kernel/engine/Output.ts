import { writeSync } from "node:fs";
import { encodeParcel, encodeText, type StreamName } from "../channel/frames.js";
import type { EngineEvent } from "../channel/messages.js";

/** The pipe to the front. Writing waits until the front takes it, so outputs are live and memory stays bounded. */
const pipe = 4;

/** V8's longest string is 512 MB, and a frame needs copies. */
const longestText = 8 * 1024 * 1024;

/** Hands outputs to the front, each as one write: a thread that is stopped between two never leaves half of one. */
export class Output {
  write(stream: StreamName, cell: number, text: string): void {
    for (let start = 0; start < text.length; start += longestText) {
      writeAll(encodeText({ stream, cell, text: text.slice(start, start + longestText) }));
    }
  }

  /** `buffers` go with the event as they are. */
  send(event: EngineEvent, buffers: readonly Uint8Array[] = []): void {
    writeAll(encodeParcel(event, buffers));
  }
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(pipe, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}
