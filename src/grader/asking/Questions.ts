import { receiveMessageOnPort } from "node:worker_threads";
import { type Exchange, MalformedValue, TooLarge } from "../exchange/index.js";
import type { Answer, WorkerMessage, WorkerStart } from "../judge/messages.js";
import type { Death, Outcome } from "../sandbox/Sandbox.js";

/** Thrown through a test that cannot go on. What the test makes of it does not matter: it has been noted. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** No test asks more; one that does waits for something that never comes. */
const mostQuestions = 100_000;

/** An answer has room for half as many, if none is in it more than once. */
const mostValues = 2 ** 21;

type Post = (message: WorkerMessage) => void;

/** Asks the submission, and waits for its answer as if it were a function's. Notes what went wrong. */
export class Questions {
  readonly #start: WorkerStart;
  readonly #post: Post;
  readonly #exchange: Exchange;
  readonly #signal: Int32Array;
  /** What the submission threw, as far as it is an object. */
  readonly #thrown = new WeakSet<object>();
  #lastThrown: unknown = this;
  asked = 0;
  /** How often the submission's functions were called. */
  calls = 0;
  answered = 0;
  problem: string | undefined;
  death: Death | undefined;
  deadlyQuestion: string | undefined;

  constructor(start: WorkerStart, post: Post, exchange: Exchange) {
    this.#start = start;
    this.#post = post;
    this.#exchange = exchange;
    this.#signal = new Int32Array(start.signal);
  }

  /** The value of a name of the submission's; undefined when it has none. */
  read(name: string): unknown {
    const outcome = this.#ask({ kind: "read", name }, name);
    if (outcome.kind === "threw") throw this.#note(this.#decode(outcome.error, name));
    return outcome.value === undefined ? undefined : this.#decode(outcome.value, name);
  }

  /** @throws what the function threw */
  call(name: string, args: readonly unknown[]): unknown {
    this.calls++;
    const outcome = this.#ask({ kind: "call", name, args: this.#encode(name, args) }, `${name}(…)`);
    if (outcome.kind === "threw") {
      const answer = this.#decode(outcome.error, name);
      throw this.#note(
        Object.hasOwn(Object(answer), "thrown") ? (answer as { thrown: unknown }).thrown : answer,
      );
    }
    const answer = outcome.value && this.#decode(outcome.value, name);
    if (typeof answer !== "object" || answer === null || !Object.hasOwn(answer, "result"))
      return this.#die({ kind: "crashed", detail: "an answer without a result" }, name);
    return (answer as { result: unknown }).result;
  }

  /** Whether no more can be asked. */
  get hasEnded(): boolean {
    return this.death !== undefined || this.problem !== undefined;
  }

  /** Whether something that was thrown came from the submission. */
  isThrown(error: unknown): boolean {
    return typeof error === "object" && error !== null ? this.#thrown.has(error) : error === this.#lastThrown;
  }

  /** Notes why the test cannot go on. */
  stop(problem: string): never {
    this.problem ??= problem;
    throw new Stopped(problem);
  }

  #ask(question: WorkerMessage, name: string): Outcome & { kind: "done" | "threw" } {
    if (this.hasEnded) throw new Stopped("the test has ended already");
    if (++this.asked > mostQuestions) this.#die({ kind: "timeout" }, name);
    this.#post(question);
    // The last answer's wake-up may come late, when this question is waiting already: then there is no answer yet.
    while (Atomics.load(this.#signal, 0) === 0) Atomics.wait(this.#signal, 0, 0);
    Atomics.store(this.#signal, 0, 0);
    const answer = receiveMessageOnPort(this.#start.answers)?.message as Answer;
    if (answer.kind === "broken") this.stop(answer.detail);
    if (answer.kind !== "done" && answer.kind !== "threw") this.#die(answer, name);
    this.answered++;
    return answer as Outcome & { kind: "done" | "threw" };
  }

  #die(death: Death, question: string): never {
    this.death = death;
    this.deadlyQuestion = question;
    throw new Stopped("the submission does not answer");
  }

  #note(error: unknown): unknown {
    this.#lastThrown = error;
    if (typeof error === "object" && error !== null) this.#thrown.add(error);
    return error;
  }

  #encode(name: string, args: readonly unknown[]): Uint8Array {
    try {
      return this.#exchange.encode([...args]);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return this.stop(`what it passes to ${name} is too large: ${error.message}`);
    }
  }

  /** A test that walks through such a value may never come to its end, and then has nothing to tell any more. */
  #tellExtent(name: string): void {
    const { size, isCyclic } = this.#exchange.extent;
    if (isCyclic || size > mostValues) this.#post({ kind: "endless", name, isVast: size > mostValues });
  }

  #decode(bytes: Uint8Array, name: string): unknown {
    try {
      const value = this.#exchange.decode(bytes);
      this.#tellExtent(name);
      return value;
    } catch (error) {
      if (!(error instanceof MalformedValue)) throw error;
      return this.#die({ kind: "crashed", detail: `an answer that is none: ${error.message}` }, name);
    }
  }
}
