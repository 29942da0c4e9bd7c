import { tf } from "init_utils";
import { Exchange, type TensorFlow, tensorsOf } from "../../../src/grader/exchange/index.js";
import type { Death, Guest, Outcome } from "../../../src/grader/sandbox/Sandbox.js";

/** What a function of a submission throws to have its process die instead. */
export class Dies {
  constructor(readonly death: Death) {}
}

export interface InProcessGuest extends Guest {
  /** The names that were asked for, in order; a call is followed by "()". */
  readonly questions: readonly string[];
}

/**
 * A guest without a sandbox, for code that is trusted: values cross by way of bytes, as with a real one. After a death
 * it answers as a dead one does.
 */
export function inProcessGuest(globals: Readonly<Record<string, unknown>>): InProcessGuest {
  const exchange = new Exchange("guest", tensorsOf(tf as unknown as TensorFlow));
  const questions: string[] = [];
  let death: Death | undefined;
  const answer = (ask: () => Outcome): Promise<Outcome> => {
    if (death !== undefined) return Promise.resolve(death);
    const outcome = ask();
    if (outcome.kind !== "done" && outcome.kind !== "threw") death = outcome;
    return Promise.resolve(outcome);
  };
  const encoded = (value: unknown): Outcome => {
    try {
      return { kind: "done", value: exchange.encode(value) };
    } catch (error) {
      return { kind: "threw", error: exchange.encode(error) };
    }
  };
  return {
    questions,
    run: () => Promise.reject(new Error("cells have been run already")),
    call: (name, bytes) =>
      answer(() => {
        questions.push(`${name}()`);
        const args = exchange.decode(bytes) as unknown[];
        try {
          const f = globals[name] as (...args: unknown[]) => unknown;
          return encoded({ result: f(...args), args });
        } catch (thrown) {
          if (thrown instanceof Dies) return thrown.death;
          return { kind: "threw", error: exchange.encode({ thrown, args }) };
        }
      }),
    read: (name) =>
      answer(() => {
        questions.push(name);
        const value = globals[name];
        return value instanceof Dies ? value.death : encoded(value);
      }),
    end: () => Promise.resolve({ cpuSeconds: 0, memoryMB: 0 }),
  };
}
