// @ts-check
// Processes are found again by a variable in their environment: children inherit it, whatever group or session they
// are in, and keep it when the process that started them has ended.
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The processes whose environment names a variable; none where the system has no /proc.
 *
 * @param {string} mark the variable's name, which nothing else has
 * @returns {{ pid: number, command: string }[]}
 */
export function markedProcesses(mark) {
  return processIds().flatMap((pid) => {
    try {
      const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      if (!variables.some((variable) => variable.startsWith(`${mark}=`))) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      // One that has ended, and that its parent has not noticed yet, has no command any more.
      return command === "" ? [] : [{ pid, command }];
    } catch {
      return [];
    }
  });
}

/**
 * Gives the processes time to end by themselves, then kills those that are left.
 *
 * @param {string} mark
 * @param {number} patience milliseconds
 * @returns {Promise<string[]>} the commands of those that had to be killed
 */
export async function endMarkedProcesses(mark, patience) {
  const end = performance.now() + patience;
  while (markedProcesses(mark).length > 0 && performance.now() < end) await sleep(100);
  /** @type {Set<string>} */
  const killed = new Set();
  // More than once: a process that is about to be killed may start another one.
  for (let left = markedProcesses(mark), round = 0; left.length > 0 && round < 50; round++) {
    for (const { pid, command } of left) {
      killed.add(`${pid} ${command}`);
      kill(pid);
    }
    await sleep(50);
    left = markedProcesses(mark);
  }
  return [...killed];
}

/** @returns {number[]} */
function processIds() {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid);
  } catch {
    return [];
  }
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
