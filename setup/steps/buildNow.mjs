// @ts-check
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { holdLock } from "../process/holdLock.mjs";
import { Problem } from "../process/Problem.mjs";
import { compiled } from "./compiled.mjs";

/**
 * Builds on request, with the compilers' messages on the terminal.
 *
 * @param {{ places: import("../process/places.mjs").Places, signal: AbortSignal, reporter: import("../process/Reporter.mjs").Reporter }} context
 */
export async function buildNow({ places, signal, reporter }) {
  if (!existsSync(join(places.root, "node_modules", "typescript")))
    throw new Problem("The npm packages are not installed yet: run `npm ci` (or `npm start`) first.");
  mkdirSync(places.cache, { recursive: true });
  const step = compiled({ places, signal });
  const onWait = (/** @type {string} */ holder) =>
    reporter.line(`Waiting for process ${holder}, which is setting up this folder.`);
  await holdLock(places.lock, { signal, onWait }, async () => {
    const reason = (await step.reason()) ?? "asked for";
    await reporter.step(step.title, () => step.run(reason));
  });
}
