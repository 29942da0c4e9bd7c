// @ts-check
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./Problem.mjs";

const POLL = 250;
const HEARTBEAT = 2_000;
/** So many polls without a heartbeat, and the holder is gone. Counted in polls, not by the clock: a laptop may sleep. */
const DEAD_AFTER_POLLS = 240;

/**
 * Does some work while this process alone holds a lock file; waits for another holder, and takes over from a dead one.
 *
 * @template T
 * @param {string} path
 * @param {{ signal: AbortSignal, onWait: (holder: string) => void }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function holdLock(path, { signal, onWait }, work) {
  const mine = `${process.pid} ${hostname()} ${Date.now()}`;
  let silent = 0;
  let seen = "";
  let told = false;
  while (!tryCreate(path, mine)) {
    if (signal.aborted) throw new Problem("Stopped.", 130);
    const { owner, state } = look(path);
    silent = state === seen ? silent + 1 : 0;
    seen = state;
    if (isDead(owner) || silent > DEAD_AFTER_POLLS) {
      remove(path, owner);
      continue;
    }
    if (!told) onWait(owner.split(" ")[0] ?? "?");
    told = true;
    await sleep(POLL);
  }
  const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), HEARTBEAT);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    remove(path, mine);
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
function tryCreate(path, text) {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} path */
function look(path) {
  try {
    const owner = readFileSync(path, "utf8");
    return { owner, state: `${owner} ${statSync(path).mtimeMs}` };
  } catch {
    return { owner: "", state: "" };
  }
}

/**
 * A process number means something on its own machine only.
 *
 * @param {string} owner
 */
function isDead(owner) {
  const [pid, host] = owner.split(" ");
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

/**
 * Removes the lock of that owner, and puts back one that somebody else has made meanwhile.
 *
 * @param {string} path
 * @param {string} owner
 */
function remove(path, owner) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") !== owner) renameSync(aside, path);
    else rmSync(aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  }
}
