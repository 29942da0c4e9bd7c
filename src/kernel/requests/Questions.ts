import type { EngineEvent } from "../channel/messages.js";
import type { RunResult } from "../front/EngineHost.js";
import type { ExecuteRequest } from "../front/ExecuteRequest.js";
import type { Message } from "../protocol/Message.js";
import type { Messenger, Request } from "../protocol/Messenger.js";

type Question = Extract<EngineEvent, { type: "question" }>;

/** Brings an answer to the engine, or says why there is none. */
type Answer = (question: number, answer: { readonly value: string } | { readonly problem: string }) => void;

interface Asked {
  readonly question: Question;
  readonly request: Request;
  /** The id of the `input_request`. */
  readonly id: string;
}

const notAllowed =
  "input: whoever runs this notebook takes no questions (allow_stdin is false), as programs that execute notebooks do; run the cell in JupyterLab or another client that a person uses";
const notRunning =
  "input: a question can be asked only while a cell runs, and the one that asks has ended: await input() in the cell";
const gone = "input: the client that ran the cell is not connected any more";

/** Takes the questions of cells to the client that ran them, one after the other, and its answers back. */
export class Questions {
  readonly #messenger: Messenger;
  readonly #answer: Answer;
  /** The cells that run. There may be two for a moment: a request's and its user expressions'. */
  readonly #cells = new Map<number, ExecuteRequest>();
  #waiting: Question[] = [];
  #asked: Asked | undefined;
  /** Questions that are answered, but what waited for the answer has not gone on. */
  readonly #answered = new Set<number>();
  readonly #onSettled: ((result: RunResult | undefined) => void)[] = [];

  constructor(messenger: Messenger, answer: Answer) {
    this.#messenger = messenger;
    this.#answer = answer;
  }

  get areOpen(): boolean {
    return this.#waiting.length + this.#answered.size > 0 || this.#asked !== undefined;
  }

  /** From now on the cell may ask. */
  begin(cell: number, request: ExecuteRequest): void {
    this.#cells.set(cell, request);
  }

  /** From now on it may not: its client does not wait for questions any more. */
  end(cell: number): void {
    this.#cells.delete(cell);
  }

  /**
   * Resolves when every question has been answered, with what became of the cell when something else ended them. A
   * cell that has come to its end is not over before: its client would not show the question.
   */
  async settled(): Promise<RunResult | undefined> {
    if (!this.areOpen) return undefined;
    return new Promise((resolve) => this.#onSettled.push(resolve));
  }

  /** Drops all questions, because the cell was interrupted or its engine is gone. */
  drop(result: RunResult): void {
    this.#waiting = [];
    this.#asked = undefined;
    this.#answered.clear();
    for (const resolve of this.#onSettled.splice(0)) resolve(result);
  }

  ask(question: Question): void {
    const cell = this.#cells.get(question.cell);
    if (cell === undefined) {
      this.#answer(question.question, { problem: notRunning });
      return;
    }
    this.#waiting.push(question);
    this.#askNext();
  }

  onAnswered(question: number): void {
    this.#answered.delete(question);
    if (this.areOpen) return;
    for (const resolve of this.#onSettled.splice(0)) resolve(undefined);
  }

  /**
   * Takes an `input_reply`. One to another question, or from somebody who was not asked, does not count. Some clients
   * do not say which question they answer.
   */
  onReply({ identities, parentHeader, content }: Message): void {
    const asked = this.#asked;
    if (asked === undefined) return;
    const { message } = asked.request;
    const { msg_id: parent } = parentHeader;
    const isAnswer = !parent || parent === asked.id || parent === message.header.msg_id;
    const isAsked = Buffer.concat(identities).equals(Buffer.concat(message.identities));
    if (!isAnswer || !isAsked) return;
    this.#asked = undefined;
    this.#settle(asked.question, { value: typeof content.value === "string" ? content.value : "" });
  }

  #askNext(): void {
    if (this.#asked !== undefined) return;
    const question = this.#waiting.shift();
    if (question === undefined) return;
    const cell = this.#cells.get(question.cell);
    if (cell === undefined) this.#settle(question, { problem: notRunning });
    else if (!cell.allowStdin) this.#settle(question, { problem: notAllowed });
    else void this.#send(question, cell.request);
  }

  async #send(question: Question, request: Request): Promise<void> {
    const { prompt, password } = question;
    const { id, sent } = this.#messenger.ask(request, { prompt, password });
    // The answer may be here before it is known that the question was sent.
    const asked = { question, request, id };
    this.#asked = asked;
    const isSent = await sent.catch(() => false);
    if (isSent || this.#asked !== asked) return;
    this.#asked = undefined;
    this.#settle(question, { problem: gone });
  }

  #settle({ question }: Question, answer: { readonly value: string } | { readonly problem: string }): void {
    this.#answered.add(question);
    this.#answer(question, answer);
    this.#askNext();
  }
}
