import type { StreamName, StreamText } from "../channel/frames.js";
import type {
  AnswerCommand,
  CommCommand,
  CompiledFile,
  ControlEvent,
  EngineEvent,
  Outcome,
  RunCommand,
} from "../channel/messages.js";
import { type EngineListener, EngineProcess } from "./EngineProcess.js";

/** So many engines may die before they are ready; more would die, too. */
const mostFailures = 3;

/** What does not stop within this time is restarted. */
const patienceMs = 5000;

/** What an engine tells that is not about itself. */
export type HostEvent = Exclude<EngineEvent, { type: "ready" | "done" | "exit" }>;

export interface EngineHostListener {
  onText(text: StreamText): void;
  onRawText(stream: StreamName, text: string): void;
  onEvent(event: HostEvent, buffers: readonly Uint8Array[]): void;
  onCompile(path: string, text: string): Promise<CompiledFile>;
  /** No engine can be started. */
  onFailure(reason: string): void;
  /** The engine died, and a fresh one is there. With a cell running, the cell says so itself. */
  onRestart(reason: string, cellWasRunning: boolean): void;
}

/** What became of a cell; `lost` when its engine died under it. */
export type RunResult = Outcome | { readonly status: "lost"; readonly reason: string };

interface Running {
  readonly run: number;
  readonly resolve: (result: RunResult) => void;
}

/** Keeps an engine there: a new one as soon as one dies. */
export class EngineHost {
  readonly #listener: EngineHostListener;
  readonly #memory: number | undefined;
  #engine: EngineProcess;
  #running: Running | undefined;
  #count = 0;
  #failures = 0;
  #interrupts = 0;
  #settled: { readonly interrupt: number; readonly resolve: () => void } | undefined;
  #interrupting: Promise<void> | undefined;

  /** `memory` is what an engine's objects may take, in megabytes. */
  constructor(listener: EngineHostListener, memory: number | undefined) {
    this.#listener = listener;
    this.#memory = memory;
    this.#engine = this.#start();
  }

  /** Runs a script; never rejects. To be called for one at a time. */
  async run(command: Omit<RunCommand, "type" | "run">): Promise<RunResult> {
    // An interrupt that is under way would hit the wrong cell.
    while (this.#interrupting !== undefined) await this.#interrupting;
    return new Promise((resolve) => {
      const run = ++this.#count;
      this.#running = { run, resolve };
      this.#engine.send({ ...command, type: "run", run });
    });
  }

  /** Hands on what is no script. */
  async send(command: CommCommand | AnswerCommand, buffers: readonly Uint8Array[] = []): Promise<void> {
    while (this.#interrupting !== undefined) await this.#interrupting;
    this.#engine.send(command, buffers);
  }

  /** Stops what runs, be it a cell or a timer; restarts the engine when that does not help. */
  interrupt(): Promise<void> {
    this.#interrupting ??= this.#interrupt().finally(() => {
      this.#interrupting = undefined;
    });
    return this.#interrupting;
  }

  setFlowing(flowing: boolean): void {
    if (flowing) this.#engine.resume();
    else this.#engine.pause();
  }

  end(): Promise<void> {
    return this.#engine.end();
  }

  async #interrupt(): Promise<void> {
    const engine = this.#engine;
    const interrupt = ++this.#interrupts;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#giveUp(engine, resolve), patienceMs);
      this.#settled = {
        interrupt,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      engine.send({ type: "interrupt", interrupt });
    });
    this.#settled = undefined;
  }

  #giveUp(engine: EngineProcess, resolve: () => void): void {
    engine.kill({ expected: true });
    this.#replace("The cell could not be stopped within 5 seconds, so the engine was restarted.");
    resolve();
  }

  #start(): EngineProcess {
    const listener: EngineListener = {
      onText: (text) => this.#listener.onText(text),
      onRawText: (stream, text) => this.#listener.onRawText(stream, text),
      onEvent: (event, buffers) => this.#onEvent(event, buffers),
      onControl: (event) => this.#onControl(event),
      onDeath: (reason) => this.#replace(reason),
    };
    return new EngineProcess(listener, this.#memory);
  }

  #replace(reason: string): void {
    if (++this.#failures > mostFailures) {
      this.#listener.onFailure(reason);
      return;
    }
    const running = this.#running;
    this.#running = undefined;
    this.#engine = this.#start();
    this.#settled?.resolve();
    this.#listener.onRestart(reason, running !== undefined);
    running?.resolve({ status: "lost", reason });
  }

  #onEvent(event: EngineEvent, buffers: readonly Uint8Array[]): void {
    if (event.type === "exit") return;
    if (event.type === "ready") {
      this.#failures = 0;
      return;
    }
    if (event.type !== "done") {
      this.#listener.onEvent(event, buffers);
      return;
    }
    if (event.run !== this.#running?.run) return;
    const { resolve } = this.#running;
    this.#running = undefined;
    resolve(event.outcome);
  }

  #onControl(event: ControlEvent): void {
    if (event.type === "settled") {
      if (event.interrupt === this.#settled?.interrupt) this.#settled.resolve();
      return;
    }
    const engine = this.#engine;
    const { compile, path, text } = event;
    void this.#listener
      .onCompile(path, text)
      .then((result) => engine.send({ type: "compiled", compile, result }));
  }
}
