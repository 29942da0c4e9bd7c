import { type ChildProcess, fork } from "node:child_process";
import type { ChildAnswer, ChildRequest, ChildSettings } from "./requests.js";

export type CompilerAnswer = ChildAnswer | { readonly kind: "timeout" } | { readonly kind: "crashed" };

/** Above this the child is replaced by a fresh one, once it has answered. */
const mostMemoryMB = 220;
/** What the compiler's own data may take; a cell that makes it need more ends it. */
const mostHeapMB = 256;
const secondsToStart = 60;

/**
 * A child process with the compiler in it. It is started when it is first asked, reused, and replaced when it hangs,
 * dies or has grown. Requests wait for each other.
 */
export class CompilerProcess {
  readonly #settings: ChildSettings;
  #child: Promise<ChildProcess> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(settings: ChildSettings) {
    this.#settings = settings;
  }

  /** Starts the child before somebody asks. */
  warm(): void {
    this.#child ??= this.#start();
    this.#child.catch(() => {});
  }

  /**
   * @param seconds after so much time without an answer the child is killed
   * @throws {Error} when the child cannot be started, which no request is the reason for
   */
  ask(request: ChildRequest, seconds: number): Promise<CompilerAnswer> {
    const answer = this.#last.then(() => this.#ask(request, seconds));
    this.#last = answer.catch(() => {});
    return answer;
  }

  /** Kills the child; what was asked counts as crashed. */
  end(): void {
    this.#ended = true;
    this.#child?.then(
      (child) => child.kill("SIGKILL"),
      () => {},
    );
  }

  async #ask(request: ChildRequest, seconds: number): Promise<CompilerAnswer> {
    if (this.#ended) return { kind: "crashed" };
    this.#child ??= this.#start();
    const child = await this.#child;
    const answer = await exchange(child, request, seconds);
    if (!("memoryMB" in answer) || answer.memoryMB > mostMemoryMB) {
      child.kill("SIGKILL");
      this.#child = undefined;
    }
    return answer;
  }

  #start(): Promise<ChildProcess> {
    const child = fork(new URL("child.js", import.meta.url), [JSON.stringify(this.#settings)], {
      execArgv: [`--max-old-space-size=${mostHeapMB}`, "--max-semi-space-size=2"],
      env: {},
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("error", () => {});
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        this.#child = undefined;
        child.kill("SIGKILL");
        reject(new Error("the process that reads cells did not start. Build the project anew."));
      };
      const timer = setTimeout(fail, secondsToStart * 1000);
      child.once("exit", fail);
      child.once("message", () => {
        clearTimeout(timer);
        child.off("exit", fail);
        resolve(child);
      });
    });
  }
}

function exchange(child: ChildProcess, request: ChildRequest, seconds: number): Promise<CompilerAnswer> {
  return new Promise((resolve) => {
    const finish = (answer: CompilerAnswer): void => {
      clearTimeout(timer);
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(answer);
    };
    const onMessage = (message: unknown): void => finish(message as CompilerAnswer);
    const onExit = (): void => finish({ kind: "crashed" });
    const timer = setTimeout(() => finish({ kind: "timeout" }), seconds * 1000);
    child.on("message", onMessage);
    child.on("exit", onExit);
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) return onExit();
    child.send(request, (error) => {
      if (error !== null) onExit();
    });
  });
}
