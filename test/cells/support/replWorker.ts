// Runs in a worker thread: V8's own meaning of a line in a console, to compare with.
import inspector from "node:inspector";
import { inspect } from "node:util";
import { parentPort } from "node:worker_threads";
import type { CellOutcome } from "./runCells.ts";

let lines: string[] = [];
console.log = (...data: unknown[]) =>
  lines.push(data.map((one) => (typeof one === "string" ? one : inspect(one))).join(" "));

const session = new inspector.Session();
session.connect();
// Values come back as they would be shown, from this realm itself.
Object.assign(globalThis, { __inspect: inspect });

interface Answer {
  result: inspector.Runtime.RemoteObject;
  exceptionDetails?: inspector.Runtime.ExceptionDetails;
}
const post = (method: string, options: object): Promise<Answer> =>
  new Promise((resolve, reject) =>
    session.post(method, options, (error, result) => (error ? reject(error) : resolve(result as Answer))),
  );

async function evaluate(expression: string): Promise<CellOutcome> {
  lines = [];
  const { result, exceptionDetails } = await post("Runtime.evaluate", {
    expression,
    replMode: true,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) {
    const description: string =
      exceptionDetails.exception?.description ?? String(exceptionDetails.exception?.value);
    return { error: description.split("\n")[0] ?? "", places: [], output: lines };
  }
  const shown = await post("Runtime.callFunctionOn", {
    functionDeclaration: "function (value) { return __inspect(value); }",
    executionContextId: 1,
    arguments: [
      result.objectId === undefined
        ? { value: result.value, unserializableValue: result.unserializableValue }
        : { objectId: result.objectId },
    ],
  });
  return { value: shown.result.value, output: lines };
}

parentPort?.on("message", (cell: string) => {
  void evaluate(cell).then((result) => parentPort?.postMessage(result));
});
