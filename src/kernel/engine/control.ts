import { Session } from "node:inspector";
import { Socket } from "node:net";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { FrameReader } from "../channel/FrameReader.js";
import { encodeJson } from "../channel/frames.js";
import type { ControlEvent, EngineCommand } from "../channel/messages.js";
import type { Compiled, FromControl, ToControl } from "./controlMessages.js";

/*
 * The engine's control thread. It reads what the front wants, hands it to the main thread, stops the main thread when
 * that does not listen, and ends the process when the front is gone, whatever the main thread is doing.
 */

/** How long the main thread may take to notice an interrupt by itself. */
const noticeMs = 100;

const main = parentPort as MessagePort;
const { compiled } = workerData as { readonly compiled: MessagePort };
const front = new Socket({ fd: 3, readable: true, writable: true });
let waiting: Int32Array | undefined;
let onPong: ((interrupt: number) => void) | undefined;

const reader = new FrameReader<EngineCommand>(
  () => undefined,
  (command, buffers) => {
    if (command.type === "interrupt") void interrupt(command.interrupt);
    else if (command.type === "compiled") answerCompile(command);
    else tellMain(command.type === "comm" ? { ...command, buffers } : command);
  },
);
front.on("data", (bytes: Buffer) => reader.push(bytes));
front.on("error", die).on("close", die);

main.on("message", (message: ToControl) => {
  if (message.type === "pong") onPong?.(message.interrupt);
  else {
    waiting = message.signal;
    tellFront({ type: "compile", compile: message.compile, path: message.path, text: message.text });
  }
});

/** The main thread sleeps until the file is compiled: `require` cannot wait otherwise. */
function answerCompile({ compile, result }: Extract<EngineCommand, { type: "compiled" }>): void {
  compiled.postMessage({ compile, result } satisfies Compiled);
  if (waiting === undefined) return;
  Atomics.store(waiting, 0, 1);
  Atomics.notify(waiting, 0);
  waiting = undefined;
}

async function interrupt(id: number): Promise<void> {
  for (let attempt = 1; !(await isNoticed(id)); attempt++) {
    await terminate();
    // The main thread may wait for a process that it started, and JavaScript cannot be stopped in that.
    if (attempt === 2) signalGroup("SIGINT");
  }
  tellFront({ type: "settled", interrupt: id });
}

/** Whether the main thread comes round to ending its cell by itself, as it does when it only waits. */
function isNoticed(id: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), noticeMs);
    onPong = (interrupt) => {
      if (interrupt !== id) return;
      clearTimeout(timer);
      resolve(true);
    };
    tellMain({ type: "interrupt", interrupt: id });
  });
}

/** Stops what the main thread runs. Connected only meanwhile: a session keeps objects that were logged alive. */
function terminate(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      session.disconnect();
      resolve();
    };
    const timer = setTimeout(done, noticeMs);
    session.post("Runtime.terminateExecution", done);
  });
}

function tellMain(message: FromControl): void {
  main.postMessage(message);
}

function tellFront(event: ControlEvent): void {
  front.write(encodeJson(event));
}

function die(): void {
  signalGroup("SIGKILL");
  process.kill(process.pid, "SIGKILL");
}

/** Reaches this process and those that the student's code has started. */
function signalGroup(signal: NodeJS.Signals): void {
  if (process.platform === "win32") return;
  try {
    process.kill(-process.pid, signal);
  } catch {
    // The engine was not started as the head of a group.
  }
}
