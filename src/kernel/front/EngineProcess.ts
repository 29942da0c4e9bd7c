import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { fileURLToPath } from "node:url";
import { FrameReader } from "../channel/FrameReader.js";
import { encodeParcel, type StreamName, type StreamText } from "../channel/frames.js";
import type { ControlEvent, EngineCommand, EngineEvent } from "../channel/messages.js";
import { describeDeath } from "../report/describeDeath.js";

const program = fileURLToPath(new URL("../engine/main.js", import.meta.url));

/** Hooks are out of step after an interrupt, which is no reason to abort; warnings of that kind are not the student's. */
const warningFlags = ["--no-force-async-hooks-checks", "--disable-warning=ExperimentalWarning"];

/**
 * A loop at the top of a cell is compiled while it runs. V8 does that in the background, and what comes of it is often
 * 1.7 times as slow as what it compiles on the spot, which takes a few milliseconds. Without the second flag Node.js 24
 * would not compile such loops at all then; Node.js 20 does not know it.
 */
const loopFlags = [
  "--no-concurrent-osr",
  ...(Number.parseInt(process.versions.node, 10) >= 22 ? ["--no-maglev-osr"] : []),
];

/** What `NODE_OPTIONS` may ask of the front alone: the engine has an inspector of its own, and answers for rejections. */
const frontOptions = /(?:^|\s)--(?:inspect\S*|debug-port\S*|unhandled-rejections(?:=|\s+)\S+)/g;

/** How long an engine that was asked to exit may take for it. */
const exitMs = 400;

/** How long a process that the engine left behind may keep the engine's stdout open. */
const leftoverMs = 500;

export interface EngineListener {
  onText(text: StreamText): void;
  /** What a process that the student started, or native code, wrote to the engine's own stdout or stderr. */
  onRawText(stream: StreamName, text: string): void;
  onEvent(event: EngineEvent, buffers: readonly Uint8Array[]): void;
  onControl(event: ControlEvent): void;
  /** The engine is gone, everything it wrote has been delivered, and nobody asked it to go. */
  onDeath(reason: string): void;
}

/** The child process that runs the student's code, as the front sees it. */
export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #listener: EngineListener;
  readonly #control: Duplex;
  readonly #events: Readable;
  #heapLimit = 0;
  #exitCode: number | undefined;
  #lastWords = "";
  #isExpected = false;
  readonly #gone: Promise<void>;

  /** `memory` is how many megabytes its objects may take; without it, Node.js decides. */
  constructor(listener: EngineListener, memory: number | undefined) {
    this.#listener = listener;
    const limit = memory === undefined ? [] : [`--max-old-space-size=${memory}`];
    // A session of its own: signals to the front's group, and to the terminal's, do not reach it.
    this.#child = spawn(process.execPath, [...warningFlags, ...loopFlags, ...limit, program], {
      env: { ...process.env, NODE_OPTIONS: process.env.NODE_OPTIONS?.replace(frontOptions, "") },
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
      detached: true,
      windowsHide: true,
    });
    this.#control = this.#child.stdio[3] as Duplex;
    this.#events = this.#child.stdio[4] as Readable;
    this.#gone = new Promise((resolve) => {
      this.#child.once("close", (code, signal) => {
        this.#onClose(code, signal);
        resolve();
      });
    });
    this.#child.once("exit", () => {
      killGroup(this.#child);
      setTimeout(() => {
        this.#child.stdout?.destroy();
        this.#child.stderr?.destroy();
      }, leftoverMs);
    });
    this.#child.once("error", (error) => listener.onDeath(`the engine cannot be started: ${error.message}`));
    this.#read();
  }

  send(command: EngineCommand, buffers: readonly Uint8Array[] = []): void {
    this.#control.write(encodeParcel(command, buffers));
  }

  /** While nobody reads, the engine waits as soon as it has something to write. */
  pause(): void {
    this.#events.pause();
  }

  resume(): void {
    this.#events.resume();
  }

  /** Ends the process and whatever it started, at once. Its death is reported unless `expected`. */
  kill({ expected }: { readonly expected: boolean }): void {
    this.#isExpected ||= expected;
    this.resume();
    killGroup(this.#child);
  }

  /** Lets the process exit on its own first, so that `process.on("exit")` is heard. */
  async end(): Promise<void> {
    this.#isExpected = true;
    this.resume();
    this.send({ type: "exit" });
    const timer = setTimeout(() => killGroup(this.#child), exitMs);
    await this.#gone;
    clearTimeout(timer);
  }

  #read(): void {
    const listener = this.#listener;
    const nothing = (): void => undefined;
    const events = new FrameReader<EngineEvent>(
      (text) => listener.onText(text),
      (event, buffers) => {
        if (event.type === "ready") this.#heapLimit = event.heapLimit;
        else if (event.type === "exit") this.#exitCode = event.code;
        listener.onEvent(event, buffers);
      },
    );
    const control = new FrameReader<ControlEvent>(nothing, (event) => listener.onControl(event));
    this.#events.on("data", (bytes: Buffer) => events.push(bytes)).on("error", nothing);
    this.#control.on("data", (bytes: Buffer) => control.push(bytes)).on("error", nothing);
    this.#readRaw(this.#child.stdout as Readable, "stdout");
    this.#readRaw(this.#child.stderr as Readable, "stderr");
  }

  #readRaw(pipe: Readable, stream: StreamName): void {
    const decoder = new StringDecoder("utf8");
    pipe.on("error", () => undefined);
    pipe.on("data", (bytes: Buffer) => {
      const text = decoder.write(bytes);
      if (stream === "stderr") this.#lastWords = (this.#lastWords + text).slice(-20_000);
      if (!isCrashReport(this.#lastWords)) this.#listener.onRawText(stream, text);
    });
  }

  #onClose(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#isExpected) return;
    const known = { heapLimit: this.#heapLimit, exitCode: this.#exitCode, lastWords: this.#lastWords };
    this.#listener.onDeath(describeDeath({ code, signal, ...known }));
  }
}

/** What V8 says at its end is for its makers; the student gets an explanation instead. */
function isCrashReport(text: string): boolean {
  return /<--- Last few GCs --->|^FATAL ERROR: |----- Native stack trace -----/m.test(text);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
