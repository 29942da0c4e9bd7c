// @ts-check
import { Problem } from "./Problem.mjs";
import { Reporter } from "./Reporter.mjs";

const SIGNALS = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });

/**
 * Runs a command's main function as a program: signals abort it, problems become one message, the number it returns is the exit code.
 *
 * @param {(signal: AbortSignal) => Promise<number>} main
 */
export async function runEntry(main) {
  const reporter = new Reporter(process.stderr, process.env);
  const stopping = new AbortController();
  for (const name of /** @type {(keyof typeof SIGNALS)[]} */ (Object.keys(SIGNALS)))
    process.on(name, () => stopping.abort(SIGNALS[name]));
  try {
    process.exitCode = await main(stopping.signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    reporter.line(`${reporter.bad("✗")} ${error.message}`);
    process.exitCode = stopping.signal.aborted ? stopping.signal.reason : error.exitCode;
  }
  // Timers and pipes of a stopped command may linger; the command is over.
  process.exit();
}
