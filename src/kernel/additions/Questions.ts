import type { AnswerCommand, EngineEvent } from "../channel/messages.js";
import { native } from "../channel/native.js";

interface InputOptions {
  /** Whether what is typed stays hidden. */
  readonly password?: boolean;
}

export type InputFunction = (prompt?: string, options?: InputOptions) => Promise<string>;

interface Parts {
  readonly send: (event: EngineEvent) => void;
  /** The cell that what runs now belongs to. */
  readonly cell: () => number;
}

interface Waiting {
  readonly resolve: (value: string) => void;
  readonly reject: (error: Error) => void;
  readonly error: QuestionError;
}

/** Nobody can answer a question. The name is the one that Jupyter's own kernel uses. */
class QuestionError extends native.Error {
  override readonly name = "StdinNotImplementedError";

  /** Says what is wrong; where the question was asked is known from the start. */
  explain(message: string): this {
    this.message = message;
    this.stack = (this.stack ?? "").replace(/^.*/, () => `${this.name}: ${message}`);
    return this;
  }
}

// Node's own, which no interrupt takes away.
const soon = setImmediate;

/** The questions that cells ask by `input`, and whose answers are on their way. */
export class Questions {
  readonly #parts: Parts;
  readonly #waiting = new native.Map<number, Waiting>();
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What cells call. It throws at once where an argument is wrong. */
  readonly input: InputFunction = (prompt = "", { password = false } = {}) => {
    if (typeof prompt !== "string") {
      throw new native.TypeError(`input: expected the prompt to be text, got ${typeof prompt}`);
    }
    if (typeof password !== "boolean") {
      throw new native.TypeError(`input: expected password to be true or false, got ${typeof password}`);
    }
    const { send, cell } = this.#parts;
    const question = ++this.#count;
    const error = new QuestionError();
    return new native.Promise<string>((resolve, reject) => {
      this.#waiting.set(question, { resolve, reject, error });
      send({ type: "question", question, cell: cell(), prompt, password });
    });
  };

  answer({ question, value, problem }: AnswerCommand): void {
    const waiting = this.#waiting.get(question);
    if (waiting === undefined) return;
    this.#waiting.delete(question);
    if (value !== undefined) waiting.resolve(value);
    else waiting.reject(waiting.error.explain(problem ?? "input: there is no answer"));
    // The cell goes on before this.
    soon(() => this.#parts.send({ type: "answered", question }));
  }

  /** Forgets what was asked: an interrupt ends the wait, and what waited never goes on. */
  interrupt(): void {
    this.#waiting.clear();
  }
}
