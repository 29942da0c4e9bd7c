import { randomBytes } from "node:crypto";
import { answersTo } from "../protocol/answersTo.js";
import type { Answer } from "../protocol/FrameReader.js";
import { answers, headLength, identifier, questions, type Setup } from "../protocol/frames.js";
import type { GuestCommand } from "../tiers/GuestCommand.js";
import { type Exit, GuestProcess } from "./GuestProcess.js";
import { howItEnded } from "./howItEnded.js";
import type { ResourceWatch, Usage } from "./ResourceWatch.js";
import type { Cell, Death, Ending, Guest, GuestOptions, Limits, Outcome } from "./Sandbox.js";
import { SandboxError } from "./SandboxError.js";

interface Pending {
  readonly number: Buffer;
  readonly question: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (outcome: Outcome) => void;
}

/** Of a start, on a machine with too much to do. */
const secondsToStart = 60;

/** The host's side of a guest: asks, waits, and believes nothing. */
export class ProcessGuest implements Guest {
  readonly #process: GuestProcess;
  readonly #limits: Limits;
  #pending: Pending | undefined;
  #death: Death | undefined;
  /** What the process looked like when nothing of a submission had run. */
  #idle: Usage | undefined;
  #errorBytes = 0;
  #lastWords = "";
  #wall: NodeJS.Timeout | undefined;

  private constructor(command: GuestCommand, watch: ResourceWatch, limits: Limits) {
    this.#limits = limits;
    this.#process = new GuestProcess(command, watch, {
      onAnswer: (answer) => this.#take(answer),
      onBreach: () => this.#die(notAnAnswer),
      onUsage: (usage) => this.#check(usage),
      onErrorOutput: (bytes) => this.#countErrorOutput(bytes),
      onExit: (exit) => this.#exited(exit),
    });
  }

  /**
   * Starts a process and hands it its program.
   *
   * @throws SandboxError
   */
  static async launch(
    command: GuestCommand,
    program: Uint8Array,
    watch: ResourceWatch,
    limits: Limits,
  ): Promise<ProcessGuest> {
    const guest = new ProcessGuest(command, watch, limits);
    await guest.#expect(await guest.#ask(questions.bundle, program, secondsToStart));
    guest.#idle = guest.#process.look();
    return guest;
  }

  /** What an idle guest's writable memory comes to, in bytes. */
  get idleData(): number | undefined {
    return this.#idle?.dataBytes || undefined;
  }

  /** Called when the process has ended. */
  onExit: () => void = () => {};

  get isAlive(): boolean {
    return this.#death === undefined;
  }

  /** From here on it is a submission's. */
  async setUp({ imports, seed, clock, limits }: GuestOptions): Promise<void> {
    this.#wall = setTimeout(() => this.#die({ kind: "timeout" }), limits.wallSeconds * 1000);
    const setup: Setup = { imports, seed, clock, outputBytes: limits.outputBytes };
    await this.#expect(await this.#ask(questions.setup, encodeText(JSON.stringify(setup)), secondsToStart));
  }

  run(cell: Cell, seconds: number): Promise<Outcome> {
    return this.#ask(questions.run, encodeText(JSON.stringify(cell)), seconds);
  }

  call(name: string, args: Uint8Array, seconds: number): Promise<Outcome> {
    const bytes = encodeName(name);
    const length = Buffer.alloc(2);
    length.writeUInt16LE(bytes.length);
    return this.#ask(questions.call, Buffer.concat([length, bytes, args]), seconds);
  }

  read(name: string, seconds: number): Promise<Outcome> {
    return this.#ask(questions.read, encodeName(name), seconds);
  }

  async end(): Promise<Ending> {
    const death = this.#death;
    this.#die({ kind: "crashed", detail: "the guest has been ended" });
    await this.#process.end();
    const { cpuSeconds, memoryMB } = this.#process.usage;
    return { ...(death === undefined ? {} : { death }), cpuSeconds, memoryMB };
  }

  #ask(question: number, body: Uint8Array, seconds: number): Promise<Outcome> {
    if (this.#death !== undefined) return Promise.resolve(this.#death);
    if (this.#pending !== undefined) throw new Error("Guest: the last question has not been answered yet");
    return new Promise((resolve) => {
      // What becomes the guest by this question cannot know its number.
      const number =
        question === questions.bundle ? Buffer.alloc(headLength - 1) : randomBytes(headLength - 1);
      const timer = setTimeout(() => this.#die({ kind: "timeout" }), seconds * 1000);
      this.#pending = { number, question, timer, resolve };
      const head = Buffer.alloc(5);
      head.writeUInt32LE(headLength + body.length);
      head[4] = question;
      // The program is half a megabyte, and the same for all guests: it is not copied.
      this.#process.send(Buffer.concat([head, number]));
      this.#process.send(body);
    });
  }

  #take({ kind, number, body }: Answer): void {
    const pending = this.#pending;
    const outcome =
      kind === answers.flooded
        ? printedTooMuch
        : pending === undefined || !number.equals(pending.number)
          ? notAsked
          : (answersTo(pending.question, kind, body) ?? notAnAnswer);
    if (outcome.kind === "done" || outcome.kind === "threw") this.#settle(outcome);
    else this.#die(outcome);
  }

  #settle(outcome: Outcome): void {
    const pending = this.#pending;
    this.#pending = undefined;
    clearTimeout(pending?.timer);
    pending?.resolve(outcome);
  }

  #die(death: Death): void {
    if (this.#death === undefined) this.#death = death;
    clearTimeout(this.#wall);
    this.#process.kill();
    this.#settle(this.#death);
  }

  #check({ cpuSeconds, memoryMB, threads }: Usage): void {
    if (this.#idle === undefined) return;
    if (memoryMB > this.#idle.memoryMB + this.#limits.memoryMB) this.#die({ kind: "out_of_memory" });
    else if (cpuSeconds > this.#limits.cpuSeconds) this.#die({ kind: "timeout" });
    else if (threads > this.#limits.processes) this.#die(tooManyThreads);
  }

  #countErrorOutput(bytes: number): void {
    this.#errorBytes += bytes;
    if (this.#errorBytes > this.#limits.outputBytes) this.#die(printedTooMuch);
  }

  #exited(exit: Exit): void {
    this.#lastWords = exit.lastWords;
    this.onExit();
    this.#die(howItEnded(exit, this.#process.usage, this.#limits));
  }

  /** Before a submission's code has run whatever goes wrong is ours. */
  async #expect(outcome: Outcome): Promise<void> {
    if (outcome.kind === "done") return;
    await this.#process.end();
    const words = printable(this.#lastWords).slice(-1000);
    const detail = outcome.kind === "crashed" ? outcome.detail : outcome.kind.replaceAll("_", " ");
    throw new SandboxError(`The sandbox does not start: ${detail}. ${words}`.trim());
  }
}

const notAnAnswer: Death = { kind: "crashed", detail: "it wrote something else where answers belong" };
const notAsked: Death = { kind: "crashed", detail: "it answered a question that had not been asked" };
const printedTooMuch: Death = { kind: "flooded", detail: "it printed more than a submission may" };
const tooManyThreads: Death = { kind: "crashed", detail: "it started more threads than a submission may" };

function encodeText(text: string): Uint8Array {
  return Buffer.from(text);
}

function encodeName(name: string): Uint8Array {
  if (!identifier.test(name))
    throw new TypeError(`Guest: ${JSON.stringify(name)} is not the name of a variable`);
  return encodeText(name);
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, " ").trim();
}
