import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";
import { MessageChannel, Worker } from "node:worker_threads";
import { helperNames } from "../../cells/run/index.js";
import { CellConsole } from "../additions/CellConsole.js";
import { CellFetch } from "../additions/CellFetch.js";
import { Comms } from "../additions/Comms.js";
import { Displays } from "../additions/Displays.js";
import { installDisplay } from "../additions/installDisplay.js";
import { Questions } from "../additions/Questions.js";
import type { EngineEvent } from "../channel/messages.js";
import { reportError } from "../report/reportError.js";
import { Sources } from "../report/Sources.js";
import { CellContext } from "./CellContext.js";
import { CellRunner } from "./CellRunner.js";
import { CellStream } from "./CellStream.js";
import { CellTimers } from "./CellTimers.js";
import type { FromControl, ToControl } from "./controlMessages.js";
import type { PrintTensor } from "./describeValue.js";
import { Importer } from "./Importer.js";
import { Output } from "./Output.js";
import { TypeScriptFiles } from "./TypeScriptFiles.js";

// The engine: holds the student's variables and runs scripts. The front starts it, with pipes 3 (control) and 4 (out).

const folder = process.cwd();
const { port1: answers, port2: compiled } = new MessageChannel();
const control = new Worker(new URL("control.js", import.meta.url), {
  workerData: { compiled },
  transferList: [compiled],
});
const tell = (message: ToControl): void => control.postMessage(message);

const context = new CellContext();
const output = new Output();
const sources = new Sources();
const cell = (): number => context.cell;
const display = installDisplay(output, cell);
const importer = new Importer({
  folder,
  kernelFolder: fileURLToPath(new URL("../../..", import.meta.url)),
  files: new TypeScriptFiles(folder, tell, answers),
  tell: (text) => output.write("stdout", cell(), text),
  onTslab: display.connectTslab,
});
const timers = new CellTimers(context);
const runner = new CellRunner({ output, sources, importer, timers, context });
timers.install();
new CellFetch(context).install();

const send = (event: EngineEvent, buffers?: readonly Uint8Array[]): void => output.send(event, buffers);
const printTensor = (): PrintTensor | undefined => importer.printTensor;
const questions = new Questions({ send, cell });
const displays = new Displays({ send, cell, printTensor });
const comms = new Comms({
  send,
  context,
  report: (error) => reportError(error, sources),
  clearTimers: (owner) => timers.clear(owner),
});

for (const stream of ["stdout", "stderr"] as const) {
  const value = new CellStream(output, stream, cell);
  Object.defineProperty(process, stream, { value, configurable: true, enumerable: true, writable: true });
}
const define = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};
define(helperNames.import, importer.declared.bind(importer));
define(helperNames.load, importer.dynamic.bind(importer));
define("require", createRequire(join(folder, "cell.js")));
define("input", questions.input);
define("display", displays.display);
define("clear_output", displays.clearOutput);
define("comm", comms.api);
new CellConsole({ cell, sources, printTensor }).install();
Error.stackTraceLimit = 30;

const report = (error: unknown, owner: number): void => {
  output.send({ type: "error", cell: owner, ...reportError(error, sources) });
};
process.on("uncaughtException", (error) => {
  report(error, cell());
  context.leave();
});
process.on("unhandledRejection", (reason, promise) => report(reason, context.ownerOf(promise)));
// Means the processes that a cell started, when it waits for one.
process.on("SIGINT", () => undefined);
process.on("exit", (code) => output.send({ type: "exit", code }));

control.on("message", (message: FromControl) => {
  if (message.type === "run") runner.run(message);
  else if (message.type === "comm") comms.receive(message);
  else if (message.type === "answer") questions.answer(message);
  else if (message.type === "exit") process.exit();
  else if (message.type === "interrupt") {
    questions.interrupt();
    comms.interrupt();
    runner.interrupt();
    tell({ type: "pong", interrupt: message.interrupt });
  }
});
output.send({ type: "ready", heapLimit: getHeapStatistics().heap_size_limit });
