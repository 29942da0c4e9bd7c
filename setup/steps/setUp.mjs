// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { holdLock } from "../process/holdLock.mjs";
import { Problem } from "../process/Problem.mjs";

/**
 * Runs the steps that have something to do, in order, while no other set-up of this folder runs.
 *
 * @param {readonly import("./stamped.mjs").Step[]} steps
 * @param {{ places: import("../process/places.mjs").Places, signal: AbortSignal, reporter: import("../process/Reporter.mjs").Reporter }} context
 * @returns {Promise<number>} how many steps ran
 */
export async function setUp(steps, { places, signal, reporter }) {
  if ((await due(steps)).length === 0) return 0;
  makeCache(places);
  const onWait = (/** @type {string} */ holder) =>
    reporter.line(
      `Waiting: another start (process ${holder}) is setting up this folder. If there is none, delete .cache/setup.lock.`,
    );
  return holdLock(places.lock, { signal, onWait }, async () => {
    const waiting = await due(steps);
    await checkMachine(waiting, places.root);
    writeFileSync(places.log, "");
    let ran = 0;
    for (const step of steps) {
      // Asked again: a new .venv, for one, has lost what later steps put there.
      const reason = await step.reason();
      if (reason === null) continue;
      await reporter.step(step.title, () => step.run(reason), reason === "first time" ? "" : reason);
      ran += 1;
    }
    return ran;
  });
}

/** @param {readonly import("./stamped.mjs").Step[]} steps */
async function due(steps) {
  const found = [];
  for (const step of steps) if ((await step.reason()) !== null) found.push(step);
  return found;
}

/** @param {import("../process/places.mjs").Places} places */
function makeCache({ root, cache }) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${cache}/.writable`, "");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const full =
      code === "ENOSPC"
        ? "its disk is full. Make room"
        : "it cannot be written to. Copy it to a folder of your own";
    throw new Problem(`The set-up writes into ${root}, and ${full}, then run the command again.`);
  }
}

/**
 * What would stop a later step is said before the first one has taken a minute.
 *
 * @param {import("./stamped.mjs").Step[]} waiting
 * @param {string} root
 */
async function checkMachine(waiting, root) {
  for (const step of waiting) step.check?.();
  const needed = waiting.reduce((sum, step) => sum + (step.megabytes ?? 0), 0);
  const { bavail, bsize } = await statfs(root);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < needed)
    throw new Problem(
      `The set-up needs ${needed} MB on the disk of ${root}, and ${free} MB are free. Make room, then run the command again.`,
    );
}
