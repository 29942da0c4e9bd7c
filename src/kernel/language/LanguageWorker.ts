import { Worker } from "node:worker_threads";
import type {
  LanguageApi,
  LanguageMethod,
  LanguageReply,
  LanguageRequest,
  LanguageSettings,
} from "./requests.js";

type Answer<M extends LanguageMethod> = ReturnType<LanguageApi[M]>;

/** A worker that breaks so often without an answer in between would always break. */
const mostFailures = 3;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The language worker, as the front sees it. A worker that hangs or breaks is replaced by one that knows the same. */
export class LanguageWorker {
  readonly #settings: LanguageSettings;
  readonly #waiting = new Map<number, Waiting>();
  #committed: string[] = [];
  #worker: Worker;
  #count = 0;
  #failures = 0;

  constructor(settings: LanguageSettings) {
    this.#settings = settings;
    this.#worker = this.#start();
  }

  /** @throws Error when the compiler fails, or was stopped */
  ask<M extends LanguageMethod>(method: M, ...args: Parameters<LanguageApi[M]>): Promise<Answer<M>> {
    if (method === "commit") this.#committed.push(args[0] as string);
    if (method === "reset") this.#committed = [];
    if (this.#failures > mostFailures) return Promise.reject(new Error("there is no compiler that works"));
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      this.#waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      this.#worker.postMessage({ id, method, args } satisfies LanguageRequest);
    });
  }

  /** Stops whatever the worker does; what was asked fails. */
  restart(reason: string): void {
    this.#worker.removeAllListeners();
    void this.#worker.terminate();
    this.#failAll(reason);
    this.#worker = this.#start();
    for (const code of this.#committed) {
      this.#worker.postMessage({ id: 0, method: "commit", args: [code] } satisfies LanguageRequest);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL("worker.js", import.meta.url), { workerData: this.#settings });
    worker.unref();
    worker.on("message", (reply: LanguageReply) => this.#onReply(reply));
    worker.on("error", ({ message }) => this.#onFailure(`the compiler failed: ${message}`));
    return worker;
  }

  #onFailure(reason: string): void {
    console.error(`initlab kernel: ${reason}`);
    if (++this.#failures <= mostFailures) this.restart(reason);
    else this.#failAll(reason);
  }

  #onReply(reply: LanguageReply): void {
    this.#failures = 0;
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("failure" in reply) waiting?.reject(new Error(reply.failure));
    else waiting?.resolve(reply.result);
  }

  #failAll(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
