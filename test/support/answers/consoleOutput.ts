import { vi } from "vitest";

/** Runs `f` and returns what it printed on stdout through console.log, and its result. */
export function consoleOutput<T>(f: () => T): { output: string; result: T } {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
    lines.push(values.join(" "));
  });
  try {
    const result = f();
    return { output: lines.join("\n"), result };
  } finally {
    log.mockRestore();
  }
}
