import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import type { Answer } from "../protocol/FrameReader.js";
import { FrameReader } from "../protocol/FrameReader.js";
import type { GuestCommand } from "../tiers/GuestCommand.js";
import { type ResourceWatch, readUsage, type Usage } from "./ResourceWatch.js";

export interface ProcessEvents {
  onAnswer(answer: Answer): void;
  /** It wrote something else where answers belong. */
  onBreach(): void;
  onUsage(usage: Usage): void;
  onErrorOutput(bytes: number): void;
  onExit(exit: Exit): void;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to stderr. */
  readonly lastWords: string;
}

/** Deno's stack traces come after the words that tell what happened. */
const mostWords = 64 * 1024;

/** A running guest: a process group of its own, the pipes to it, and an eye on what it uses. */
export class GuestProcess {
  readonly #child: ChildProcess;
  readonly #watch: ResourceWatch;
  readonly #events: ProcessEvents;
  readonly #ended: Promise<void>;
  #pid: number | undefined;
  #usage: Usage = { cpuSeconds: 0, memoryMB: 0, threads: 0, dataBytes: 0 };
  #errorOutput = "";

  constructor(command: GuestCommand, watch: ResourceWatch, events: ProcessEvents) {
    this.#watch = watch;
    this.#events = events;
    const { file, args, env, user, tellsProcess } = command;
    this.#child = spawn(file, args, {
      env,
      cwd: "/",
      detached: true,
      windowsHide: true,
      stdio: ["pipe", "pipe", "pipe", ...(tellsProcess ? ["pipe" as const] : [])],
      ...(user ?? {}),
    });
    this.#ended = new Promise((resolve) => this.#child.once("close", () => resolve()));
    this.#listen();
    if (tellsProcess) this.#findProcess(this.#child.stdio[3] as Readable);
    else this.#see(this.#child.pid);
  }

  /** As last seen. */
  get usage(): Usage {
    return this.#usage;
  }

  send(frame: Uint8Array): void {
    this.#child.stdin?.write(frame);
  }

  /** Looks at what it uses now, not only when it is time to. */
  look(): Usage {
    const usage = this.#pid === undefined ? undefined : readUsage(this.#pid);
    // A process that is about to end has no memory any more.
    if (usage !== undefined && usage.memoryMB > 0) this.#usage = usage;
    return this.#usage;
  }

  /** Kills the group; with bubblewrap the end of its parent takes everything inside along. */
  kill(): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    this.look();
    try {
      if (process.platform === "win32") this.#child.kill("SIGKILL");
      else process.kill(-pid, "SIGKILL");
    } catch {
      this.#child.kill("SIGKILL");
    }
  }

  /** Settles when nothing of it is left. */
  async end(): Promise<void> {
    this.kill();
    await this.#ended;
  }

  #listen(): void {
    const { stdin, stdout, stderr } = this.#child;
    const reader = new FrameReader(
      (answer) => this.#events.onAnswer(answer),
      () => this.#events.onBreach(),
    );
    // It may die while it is written to; how is told by its exit.
    stdin?.on("error", () => {});
    stdout?.on("data", (piece: Buffer) => reader.push(piece));
    stderr?.on("data", (piece: Buffer) => {
      this.#errorOutput = (this.#errorOutput + piece.toString("latin1")).slice(-mostWords);
      this.#events.onErrorOutput(piece.length);
    });
    this.#child.once("error", (error) => this.#exit({ code: null, signal: null, lastWords: error.message }));
    // After the pipes have been read, so that answers come before the exit.
    this.#child.once("close", (code, signal) => this.#exit({ code, signal, lastWords: this.#errorOutput }));
  }

  #exit(exit: Exit): void {
    if (this.#pid !== undefined) this.#watch.remove(this.#pid);
    this.#events.onExit(exit);
  }

  #see(pid: number | undefined): void {
    if (pid === undefined) return;
    this.#pid = pid;
    this.#watch.add(pid, (usage) => {
      if (usage.memoryMB > 0) this.#usage = usage;
      this.#events.onUsage(usage);
    });
  }

  #findProcess(information: Readable): void {
    let text = "";
    information.on("error", () => {});
    information.on("data", (piece: Buffer) => {
      text += piece.toString("latin1");
      const pid = /"child-pid": (\d+)/.exec(text)?.[1];
      if (pid === undefined && text.length < 4096) return;
      information.removeAllListeners("data").resume();
      if (pid !== undefined && this.#child.exitCode === null) this.#see(Number(pid));
    });
  }
}
