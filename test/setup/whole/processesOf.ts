import { readdirSync, readFileSync } from "node:fs";

/** The command lines of running processes that name a folder; empty where the system has no /proc. */
export function processesOf(folder: string): string[] {
  return list().flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return line.includes(folder) ? [`${pid}: ${line}`] : [];
    } catch {
      return [];
    }
  });
}

function list(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  } catch {
    return [];
  }
}
