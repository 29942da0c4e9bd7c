// Runs in a worker thread, whose globals are its own: the smallest thing that runs scripts as Script.ts says.
import { createRequire, isBuiltin } from "node:module";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import vm from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import {
  helperNames,
  originalPosition,
  pickImports,
  type Script,
  shadowDeclaration,
} from "../../../src/cells/run/index.ts";
import type { CellOutcome } from "./runCells.ts";

const { folder } = workerData as { folder: string };
const require = createRequire(`${folder}/cell.js`);
const loaded = new Map<string, Record<string, unknown>>();
const declared = new Set<string>();
let lines: string[] = [];

const load = async (specifier: string): Promise<Record<string, unknown>> =>
  import(isBuiltin(specifier) ? specifier : pathToFileURL(require.resolve(specifier)).href);

Object.assign(globalThis, {
  [helperNames.import]: (specifier: string, names?: string[]) =>
    pickImports(loaded.get(specifier) ?? {}, names),
  [helperNames.load]: load,
});
console.log = (...data: unknown[]) =>
  lines.push(data.map((one) => (typeof one === "string" ? one : inspect(one))).join(" "));

async function runScript(script: Script, filename: string): Promise<{ value: unknown }> {
  for (const { specifier } of script.imports) loaded.set(specifier, await load(specifier));
  for (const name of script.shadows) {
    if (!declared.has(name)) new vm.Script(shadowDeclaration(name)).runInThisContext();
    declared.add(name);
  }
  const parts = script.parts.map(({ text, columnOffset }) => new vm.Script(text, { filename, columnOffset }));
  let completion: unknown;
  for (const part of parts) completion = part.runInThisContext();
  if (script.isAsync) return ((await completion) as { value: unknown } | undefined) ?? { value: undefined };
  return { value: script.hasValue ? completion : undefined };
}

async function outcome(script: Script, filename: string): Promise<CellOutcome> {
  lines = [];
  try {
    const { value } = await runScript(script, filename);
    return { value: inspect(value), output: lines };
  } catch (error) {
    const { stack = "" } = error as Error;
    const places = [...stack.matchAll(/(cell\d+\.ts):(\d+):(\d+)/g)].map(([, file, line, column]) => {
      const place = { line: Number(line), column: Number(column) };
      const at = file === filename ? originalPosition(script, place) : place;
      return `${file}:${at.line}:${at.column}`;
    });
    return { error: String(error), places, output: lines };
  }
}

let count = 0;
parentPort?.on("message", (script: Script) => {
  count++;
  void outcome(script, `cell${count}.ts`).then((result) => parentPort?.postMessage(result));
});
