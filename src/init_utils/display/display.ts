import type { MimeBundle } from "./MimeBundle.js";
import { tslabOutput } from "./tslabOutput.js";

/** Under this symbol a host may put a function `(bundle: MimeBundle) => void` on globalThis. */
export const displayHook: symbol = Symbol.for("init_utils.display");

/** What takes an output to the reader. */
export type DisplayFunction = (bundle: MimeBundle) => void;

/**
 * Hands one output in several MIME types to whatever runs the notebook.
 *
 * Tried in this order:
 * 1. the function that a host (a kernel, a sandbox, a web page) has put on globalThis under
 *    `Symbol.for("init_utils.display")`;
 * 2. the tslab kernel, when this process is one;
 * 3. otherwise nothing is shown, and nothing fails: a script without a notebook has no place for pictures.
 *
 * @example
 * display({ "text/plain": "a circle", "text/html": "<b>O</b>" }); // undefined
 */
export function display(bundle: MimeBundle): void {
  const show = hostDisplay() ?? tslabOutput();
  show?.(bundle);
}

function hostDisplay(): DisplayFunction | undefined {
  const hook = (globalThis as { [key: symbol]: unknown })[displayHook];
  return typeof hook === "function" ? (hook as DisplayFunction) : undefined;
}
