import type { DisplayFunction } from "./display.js";
import { nodeRequire } from "./nodeRequire.js";

/** What tslab's dist/jupyter.js exports: the writer of the cell that runs, or of the last one that ran. */
interface TslabJupyter {
  readonly lastWriteDisplayData?: ((content: object, update: boolean) => void) | null;
}

/**
 * The output of the tslab kernel this process is, or undefined when it is none.
 *
 * tslab's own `display` sends one MIME type per output. What it uses inside takes a whole bundle; the copy that
 * runs is found among the loaded modules, so that a tslab installed anywhere else is found too.
 */
export function tslabOutput(): DisplayFunction | undefined {
  if (!("__tslab__" in globalThis)) return undefined;
  const jupyter = runningTslab();
  if (!jupyter) return undefined;
  // Read at the time of the call: every cell gets a writer of its own.
  return (data) => jupyter.lastWriteDisplayData?.({ data, metadata: {}, transient: {} }, false);
}

function runningTslab(): TslabJupyter | undefined {
  const modules = Object.values(nodeRequire()?.cache ?? {});
  const isTslab = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;
  return modules
    .filter((module) => module !== undefined && isTslab.test(module.filename))
    .map((module) => module?.exports as TslabJupyter)
    .find((exports) => typeof exports.lastWriteDisplayData === "function");
}
