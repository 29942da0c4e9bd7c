import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import {
  CellError,
  inspectionMarkdown,
  inspectionText,
  isComplete,
  Session,
  toScript,
} from "../../cells/index.js";
import { cellsHost } from "./cellsHost.js";
import { compileFile } from "./compileFile.js";
import { jupyterKind } from "./jupyterKind.js";
import { loadCompiler } from "./loadCompiler.js";
import type { LanguageApi, LanguageReply, LanguageRequest, LanguageSettings, Prepared } from "./requests.js";

// The language worker: a thread of the front that reads cells, also while one runs.

const compiler = loadCompiler();
const host = cellsHost(workerData as LanguageSettings);
let session = newSession();

const api: LanguageApi = {
  prepare,
  commit: (code) => session.commit(code),
  reset: () => {
    session = newSession();
  },
  complete: (code, position) => {
    const { items, ...range } = session.complete(code, position);
    return { ...range, items: items.map((item) => ({ ...item, kind: jupyterKind(item.kind) })) };
  },
  inspect: (code, position, detail) => {
    const found = session.inspect(code, position);
    if (found === undefined) return undefined;
    return { markdown: inspectionMarkdown(found, detail > 0), text: inspectionText(found, detail > 0) };
  },
  isComplete: (code) => isComplete(compiler, code),
  compileFile: (path, text) => compileFile(compiler, path, text),
};

/** What every cell needs is read before the first one comes. */
function newSession(): Session {
  const fresh = new Session(compiler, host);
  fresh.check("1;");
  return fresh;
}

function prepare(code: string, lenient: boolean): Prepared {
  const diagnostics = session.check(code);
  if (diagnostics.length > 0 && !lenient) return { diagnostics };
  try {
    return { diagnostics, script: toScript(compiler, code, host) };
  } catch (error) {
    if (error instanceof CellError) return { diagnostics: error.diagnostics };
    throw error;
  }
}

const port = parentPort as MessagePort;
port.on("message", ({ id, method, args }: LanguageRequest) => {
  let reply: LanguageReply;
  try {
    reply = { id, result: (api[method] as (...values: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    reply = { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port.postMessage(reply);
});
