import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const guard = fileURLToPath(new URL("runUntilStdinCloses.mjs", import.meta.url));
/** Ignores every polite signal, holds the pipes, and starts another one like itself in a session of its own. */
const stubborn = `
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => {});
  setInterval(() => {}, 1000);
  const [depth] = process.argv.slice(1).map(Number);
  if (depth > 0)
    require("node:child_process").spawn(process.execPath, ["-e", process.env.PROGRAM, depth - 1], { detached: true, stdio: "inherit" });
  console.log("pid", process.pid);
  if (depth === 1 && process.env.ORPHAN) setTimeout(() => process.exit(3), 300);
`;

// Processes are found by /proc.
describe.runIf(existsSync("/proc/self/environ"))("runUntilStdinCloses", () => {
  type Guard = ChildProcessByStdio<Writable, Readable, Readable>;

  function run(env: NodeJS.ProcessEnv): { child: Guard; said: () => string; closed: Promise<unknown> } {
    const child = spawn(process.execPath, [guard, "--patience=1", process.execPath, "-e", stubborn, "2"], {
      env: { ...process.env, PROGRAM: stubborn, ...env },
      stdio: "pipe",
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (more: string) => {
        text += more;
      });
    return { child, said: () => text, closed: once(child, "close") };
  }
  const pidsIn = (text: string) => [...text.matchAll(/^pid (\d+)$/gm)].map(([, pid]) => Number(pid));
  /** One that has ended stays listed until its parent notices; it has no command any more. */
  const isAlive = (pid: number) =>
    existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;

  test.each([
    ["that ignore all signals", {}],
    ["whose parents have ended", { ORPHAN: "1" }],
  ])("runUntilStdinCloses kills processes %s, lets go of the pipes, and names them", async (_what, env) => {
    const { child, said, closed } = run(env);
    await expect.poll(() => pidsIn(said()), { timeout: 10_000 }).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const pids = pidsIn(said());
    const running = pids.filter(isAlive);
    expect(running).toHaveLength("ORPHAN" in env ? 2 : 3);
    child.stdin.end();
    await closed;
    expect(pids.filter(isAlive)).toEqual([]);
    for (const pid of running) expect(said()).toContain(`runUntilStdinCloses: had to kill ${pid} `);
  });

  test("runUntilStdinCloses ends with the command's own exit code, and says nothing", async () => {
    const child = spawn(process.execPath, [guard, process.execPath, "-e", "process.exit(7)"], {
      stdio: "pipe",
    });
    const [code] = await once(child, "close");
    expect(code).toBe(7);
    expect(child.stderr.read()).toBeNull();
  });
});
