import { tf } from "init_utils";
import { Exchange, MalformedValue, type TensorFlow, tensorsOf } from "../../grader/exchange/index.js";
import type { Guest } from "../../grader/sandbox/index.js";

/** A call that a test made. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

const tensors = tensorsOf(tf as unknown as TensorFlow);

/** Notes what tests ask: with that, and with the like of it, answers can be compared. */
export class Recorder {
  readonly #calls = new Map<string, Call>();

  /** What was asked so far, each call once. */
  get calls(): readonly Call[] {
    return [...this.#calls.values()];
  }

  /** The guest itself, with its calls noted. */
  watch(guest: Guest): Guest {
    const reader = new Exchange("guest", tensors);
    return {
      run: (cell, seconds) => guest.run(cell, seconds),
      read: (name, seconds) => guest.read(name, seconds),
      end: () => guest.end(),
      call: (name, args, seconds) => {
        this.#note(reader, name, args);
        return guest.call(name, args, seconds);
      },
    };
  }

  #note(reader: Exchange, name: string, bytes: Uint8Array): void {
    try {
      const args = reader.decode(bytes) as readonly unknown[];
      const key = `${name} ${JSON.stringify(args)}`;
      if (!this.#calls.has(key)) this.#calls.set(key, { name, args });
    } catch (error) {
      // It holds something that the submission gave, which means nothing to another one.
      if (!(error instanceof MalformedValue)) throw error;
    }
  }
}
