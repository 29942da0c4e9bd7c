// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One step of the set-up: why it has to run (null when it has nothing to do), and how; what it needs on the disk, and
 * a check of the machine that throws before the first step has begun.
 *
 * @typedef {{
 *   title: string,
 *   megabytes?: number | undefined,
 *   check?: (() => void) | undefined,
 *   reason(): Promise<string | null>,
 *   run(reason: string): Promise<void>,
 * }} Step
 */

/**
 * A step that leaves a stamp when it is complete. `inputs` names what it depends on, each as a text that changes when
 * it does; `work` returns the files that must be there afterwards, relative to the root; `broken` looks closer.
 *
 * @typedef {{
 *   name: string,
 *   title: string,
 *   megabytes?: number,
 *   check?: () => void,
 *   inputs: () => Record<string, string>,
 *   work: (reason: string) => Promise<string[]>,
 *   broken?: () => Promise<string | null>,
 * }} Work
 */

/** What runs when an earlier run was cut off in the middle: whatever it left may be half made. */
export const INTERRUPTED = "an earlier set-up was interrupted";

/**
 * @param {{ root: string, stamps: string }} places
 * @param {Work} work
 * @returns {Step}
 */
export function stamped({ root, stamps }, work) {
  const path = join(stamps, `${work.name}.json`);
  return {
    title: work.title,
    megabytes: work.megabytes,
    check: work.check,
    async reason() {
      const stamp = read(path);
      if (stamp === null) return "first time";
      if (stamp.state === "started") return INTERRUPTED;
      if (stamp.state === "failed") return "it failed the last time";
      const changed = change(stamp.inputs, work.inputs());
      if (changed !== null) return changed;
      const lost = stamp.outputs.find((file) => !existsSync(join(root, file)));
      return lost === undefined ? ((await work.broken?.()) ?? null) : `${lost} is missing`;
    },
    async run(reason) {
      const inputs = work.inputs();
      write(path, { state: "started", inputs, outputs: [] });
      try {
        const outputs = await work.work(reason);
        write(path, { state: "done", inputs, outputs });
      } catch (error) {
        write(path, { state: "failed", inputs, outputs: [] });
        throw error;
      }
    },
  };
}

/** @typedef {{ state: "started" | "failed" | "done", inputs: Record<string, string>, outputs: string[] }} Stamp */

/**
 * @param {string} path
 * @returns {Stamp | null}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * Written beside and renamed: a stamp is there in full or not at all.
 *
 * @param {string} path
 * @param {Stamp} stamp
 */
function write(path, stamp) {
  const beside = `${path}.${process.pid}`;
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(beside, JSON.stringify(stamp));
  renameSync(beside, path);
}

/**
 * @param {Record<string, string>} before
 * @param {Record<string, string>} now
 */
function change(before, now) {
  const name = Object.keys({ ...before, ...now }).find((key) => before[key] !== now[key]);
  return name === undefined ? null : `${name} changed`;
}
