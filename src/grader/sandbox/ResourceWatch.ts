import { readFileSync } from "node:fs";

/** What a process has used, and has at the moment. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly memoryMB: number;
  readonly threads: number;
  /** The writable memory that it has laid out, touched or not. */
  readonly dataBytes: number;
}

const intervalMs = 25;
/** Of the times in /proc, on every Linux that Node.js runs on. */
const ticksPerSecond = 100;

/** Looks at processes every 25 ms. Only Linux tells without starting a program; elsewhere nothing is seen. */
export class ResourceWatch {
  readonly #watched = new Map<number, (usage: Usage) => void>();
  #timer: NodeJS.Timeout | undefined;

  add(pid: number, onUsage: (usage: Usage) => void): void {
    this.#watched.set(pid, onUsage);
    this.#timer ??= setInterval(() => this.#look(), intervalMs).unref();
  }

  remove(pid: number): void {
    this.#watched.delete(pid);
    if (this.#watched.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    for (const [pid, onUsage] of this.#watched) {
      const usage = readUsage(pid);
      if (usage !== undefined) onUsage(usage);
    }
  }
}

/** undefined where there is no such process, or no /proc. */
export function readUsage(pid: number): Usage | undefined {
  const status = readStatus(pid);
  const stat = readProc(pid, "stat");
  if (status === undefined || stat === undefined) return undefined;
  // The second field is a name in brackets, which may hold anything. See proc(5) for the numbers of the others.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[14 - 3]) + Number(fields[15 - 3]);
  return {
    cpuSeconds: ticks / ticksPerSecond,
    memoryMB: status.residentMB,
    threads: status.threads,
    dataBytes: status.dataBytes,
  };
}

function readStatus(pid: number): { residentMB: number; threads: number; dataBytes: number } | undefined {
  const text = readProc(pid, "status");
  if (text === undefined) return undefined;
  const number = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  return {
    residentMB: number("VmRSS") / 1024,
    threads: number("Threads"),
    dataBytes: number("VmData") * 1024,
  };
}

function readProc(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "latin1");
  } catch {
    return undefined;
  }
}
