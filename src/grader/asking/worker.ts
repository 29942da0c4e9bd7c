import { parentPort, workerData } from "node:worker_threads";
import type { RunTest, WorkerMessage, WorkerStart } from "../judge/messages.js";
import { TestConsole } from "./TestConsole.js";
import { TestRunner } from "./TestRunner.js";

// The checkers print through the global console.
const testConsole = new TestConsole();
testConsole.renew();

const port = parentPort!;
const post = (message: WorkerMessage): void => port.postMessage(message);
const runner = new TestRunner(workerData as WorkerStart, post, testConsole);

port.on("message", (run: RunTest) => {
  void runner.run(run).then((report) => post({ kind: "report", report }));
});
post({ kind: "ready" });
