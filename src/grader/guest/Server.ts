import { answers, identifier, questions, type Setup } from "../protocol/frames.js";
import { setUp } from "../realm/setUp.js";
import { apply, byteLengthOf, bytesOf } from "../values/primordials.js";
import { CellRunner, type Ended } from "./CellRunner.js";
import { decodeArguments, encodeValue } from "./codec.js";
import { Packages } from "./Packages.js";
import { Pipe, type Question } from "./Pipe.js";
import { decode, exit } from "./platform.js";

const { parse } = JSON;
const { test } = RegExp.prototype;

/** Answers the host's questions, one after the other, until there are no more. */
export class Server {
  readonly #pipe = new Pipe();
  #runner: CellRunner | undefined;

  /** Tells that the program is there. */
  ready(): void {
    this.#pipe.write(answers.done);
  }

  /**
   * Between the calls of a test nothing else of the submission runs, as in the kernel, where a test is one piece; so
   * the event loop turns only for cells.
   */
  serve(): void {
    for (;;) {
      const question = this.#pipe.read();
      if (question.kind === questions.run) {
        this.#run(question);
        return;
      }
      this.#answer(question);
    }
  }

  #run({ body }: Question): void {
    this.#runner!.run(parse(decode(body)), (ended) => {
      if ("thrown" in ended) this.#writeValue(answers.threw, ended.thrown);
      else this.#pipe.write(answers.done);
      this.serve();
    });
  }

  #answer({ kind, body }: Question): void {
    if (kind === questions.setup) this.#setUp(parse(decode(body)));
    else if (kind === questions.call) this.#call(body);
    else if (kind === questions.read) this.#read(decode(body));
    else exit(70);
  }

  #setUp(setup: Setup): void {
    const timers = setUp(setup, () => {
      this.#pipe.write(answers.flooded);
      exit(0);
    });
    this.#runner = new CellRunner(new Packages(setup.imports), timers);
    this.#pipe.write(answers.done);
  }

  #call(body: Uint8Array): void {
    const length = body[0]! + body[1]! * 256;
    const found = this.#lookUp(decode(bytesOf(body, 2, length)));
    if ("thrown" in found) {
      this.#writeValue(answers.threw, { thrown: found.thrown, args: [] });
      return;
    }
    const args = decodeArguments(bytesOf(body, 2 + length, byteLengthOf(body) - 2 - length));
    let ended: { result: unknown; args: unknown[] } | { thrown: unknown; args: unknown[] };
    try {
      ended = { result: apply(found.value as () => unknown, undefined, args), args };
    } catch (thrown) {
      ended = { thrown, args };
    }
    this.#writeValue("thrown" in ended ? answers.threw : answers.done, ended);
  }

  #read(name: string): void {
    const found = this.#lookUp(name);
    if ("thrown" in found) this.#writeValue(answers.threw, found.thrown);
    else this.#writeValue(answers.done, found.value);
  }

  #lookUp(name: string): Ended {
    if (!apply(test, identifier, [name])) exit(70);
    return this.#runner!.evaluate(`typeof ${name}==="undefined"?undefined:${name}`);
  }

  /** What cannot be sent is an error of the submission's. */
  #writeValue(kind: number, value: unknown): void {
    let bytes: Uint8Array;
    try {
      bytes = encodeValue(value);
    } catch (error) {
      kind = answers.threw;
      bytes = encodeValue(error);
    }
    this.#pipe.write(kind, bytes);
  }
}
