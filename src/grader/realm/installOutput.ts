import { putGlobal } from "./putGlobal.js";

const methods =
  `assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log table time
  timeEnd timeLog trace warn timeStamp profile profileEnd`.split(/\s+/);

/**
 * Makes whatever a submission prints go nowhere; only how much it is counts. Values other than strings are not
 * printed to be counted: that could take longer than all the rest.
 *
 * @param onFlood called when it is too much, at every print from then on
 */
export function installOutput(mostBytes: number, onFlood: () => void): void {
  let bytes = 0;
  const count = (values: readonly unknown[]): void => {
    bytes += 1;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      bytes += typeof value === "string" ? value.length + 1 : 8;
    }
    if (bytes > mostBytes) onFlood();
  };
  const print = (...values: unknown[]): void => count(values);
  const console: Record<string, unknown> = {};
  for (const name of methods) console[name] = (...values: unknown[]) => count(values);
  putGlobal("console", console);
  putGlobal("process", smallProcess(print));
  putGlobal(Symbol.for("init_utils.display"), () => count([]));
}

/** As much of Node's `process` as a cell may need; there is no way out of here in it. */
function smallProcess(print: (...values: unknown[]) => void): object {
  const write = (text: unknown): boolean => {
    print(text);
    return true;
  };
  const noExit = (): never => {
    throw new Error("process.exit: a cell cannot end the grader's process");
  };
  return {
    stdout: { write, isTTY: false, columns: 80 },
    stderr: { write, isTTY: false, columns: 80 },
    argv: [],
    env: {},
    platform: "linux",
    version: "v20.19.0",
    versions: { node: "20.19.0" },
    cwd: () => "/",
    exit: noExit,
    abort: noExit,
    uptime: () => 0,
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    nextTick: (callback: (...values: unknown[]) => void, ...values: unknown[]) =>
      queueMicrotask(() => callback(...values)),
    on: () => undefined,
    once: () => undefined,
    off: () => undefined,
  };
}

declare function queueMicrotask(callback: () => void): void;
