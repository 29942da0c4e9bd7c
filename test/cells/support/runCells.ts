import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { type Script, toScript } from "../../../src/cells/index.ts";
import { compiler } from "./compiler.ts";
import { root } from "./nodeHost.ts";

export interface CellOutcome {
  /** As `util.inspect` shows it. */
  readonly value?: string;
  readonly error?: string;
  /** The frames of the error that are cells', as file:line:column of the cell. */
  readonly places?: readonly string[];
  readonly output: readonly string[];
}

/** Runs cells one after the other in a fresh thread, each as `toScript` makes it. */
export function runCells(cells: readonly string[], folder = root): Promise<CellOutcome[]> {
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  const scripts = cells.map((cell): Script => toScript(compiler, cell, { globals }));
  return inWorker("cellWorker.ts", scripts, folder);
}

/** Runs cells of JavaScript in a fresh thread as V8's console would. */
export function runInRepl(cells: readonly string[]): Promise<CellOutcome[]> {
  return inWorker("replWorker.ts", cells, root);
}

async function inWorker(name: string, messages: readonly unknown[], folder: string): Promise<CellOutcome[]> {
  const worker = new Worker(await bundle(name), { eval: true, workerData: { folder } });
  try {
    const results: CellOutcome[] = [];
    for (const message of messages) {
      worker.postMessage(message);
      const [result] = await once(worker, "message");
      results.push(result);
    }
    return results;
  } finally {
    await worker.terminate();
  }
}

const bundles = new Map<string, Promise<string>>();

/** Threads cannot read TypeScript in every version of Node. */
function bundle(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const made = build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  bundles.set(name, made);
  return made;
}
