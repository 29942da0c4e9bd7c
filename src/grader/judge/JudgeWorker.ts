import { existsSync } from "node:fs";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Guest } from "../sandbox/Sandbox.js";
import type { Answer, RunTest, WorkerMessage, WorkerStart } from "./messages.js";
import type { TestReport } from "./TestReport.js";

/** Why a test has no report. */
export interface NoReport {
  readonly reason: string;
  /** The name of the submission's that last gave something without an end. */
  readonly endless?: string;
}

/** What a test may take that was given what is too much to walk through: all others wait for it. */
const secondsForVast = 3;

interface Asking {
  readonly guest: Guest;
  /** For each question. */
  readonly seconds: number;
  /** For the test itself. */
  readonly ownSeconds: number;
}

/** Its program in one file starts in half the time; `setup/bundles/bundleJudge.mjs` makes it. */
const bundled = new URL("../asking/whole.js", import.meta.url);
const separate = new URL("../asking/worker.js", import.meta.url);

/** The worker that runs tests, and the way of its questions to the guest. */
export class JudgeWorker {
  readonly #worker: Worker;
  readonly #channel = new MessageChannel();
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  readonly started: Promise<void>;
  #isDead = false;
  #onMessage: (message: WorkerMessage) => void = () => {};
  #onDeath: (reason: string) => void = () => {};

  constructor() {
    const start: WorkerStart = {
      answers: this.#channel.port2,
      signal: this.#signal.buffer as SharedArrayBuffer,
    };
    this.#worker = new Worker(existsSync(bundled) ? bundled : separate, {
      workerData: start,
      transferList: [this.#channel.port2],
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 },
      // The environment holds nothing that tests need.
      env: {},
    });
    this.#worker.unref();
    this.#channel.port1.unref();
    this.started = new Promise((resolve, reject) => {
      this.#worker.once("message", () => resolve());
      this.#worker.once("error", reject);
      this.#worker.once("exit", reject);
    });
    this.started.catch(() => undefined);
    this.#worker.on("message", (message: WorkerMessage) => this.#onMessage(message));
    this.#worker.on("error", (error) => this.#die(`it broke the judge: ${String(error)}`));
    this.#worker.on("exit", () => this.#die("it ended the judge"));
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** @returns the test's report, or why there is none; then the worker is dead */
  async run(run: RunTest, asking: Asking): Promise<TestReport | NoReport> {
    let endless: string | undefined;
    const clock = new OwnClock(asking.ownSeconds, () => {
      void this.#worker.terminate();
      this.#die(`it did not come to an end within ${asking.ownSeconds} seconds of its own`);
    });
    this.#worker.ref();
    try {
      return await new Promise((resolve) => {
        this.#onDeath = (reason) => resolve({ reason, ...(endless !== undefined && { endless }) });
        this.#onMessage = (message) => {
          if (message.kind === "report") resolve(message.report);
          else if (message.kind === "endless") {
            endless = message.name;
            if (message.isVast) clock.limit(secondsForVast);
          } else if (message.kind !== "ready") void this.#answer(message, asking, clock);
        };
        if (this.#isDead) resolve({ reason: "the judge did not start" });
        clock.go();
        this.#worker.postMessage(run);
      });
    } finally {
      clock.pause();
      this.#worker.unref();
      this.#onMessage = () => {};
      this.#onDeath = () => {};
    }
  }

  async end(): Promise<void> {
    this.#die("the judge was closed");
    await this.#worker.terminate();
  }

  async #answer(question: WorkerMessage, { guest, seconds }: Asking, clock: OwnClock): Promise<void> {
    clock.pause();
    const answer = await askGuest(guest, question, seconds);
    // Of a run that was stopped nobody waits for it, and a clock that goes on would keep the program from ending.
    if (this.#isDead) return;
    clock.go();
    this.#channel.port1.postMessage(answer);
    Atomics.store(this.#signal, 0, 1);
    Atomics.notify(this.#signal, 0);
  }

  #die(reason: string): void {
    this.#isDead = true;
    this.#channel.port1.close();
    this.#onDeath(reason);
  }
}

async function askGuest(guest: Guest, question: WorkerMessage, seconds: number): Promise<Answer> {
  try {
    if (question.kind === "call") return await guest.call(question.name, question.args, seconds);
    if (question.kind === "read") return await guest.read(question.name, seconds);
    return { kind: "broken", detail: "it asked nothing" };
  } catch (error) {
    return { kind: "broken", detail: `the sandbox failed: ${String(error)}` };
  }
}

/** Measures the time of a test without that of its questions. */
class OwnClock {
  #left: number;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #onEnd: () => void;

  constructor(seconds: number, onEnd: () => void) {
    this.#left = seconds * 1000;
    this.#onEnd = onEnd;
  }

  go(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(this.#onEnd, this.#left);
  }

  /** No more than so much from now on. */
  limit(seconds: number): void {
    this.pause();
    this.#left = Math.min(this.#left, seconds * 1000);
    this.go();
  }

  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left -= performance.now() - this.#since;
  }
}
