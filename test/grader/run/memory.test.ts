import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSubmissions } from "../../../bench/grading/makeSubmissions.mjs";
import { longForm } from "../../support/longForm.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const count = longForm ? 10_000 : 60;
const mostMB = 300;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "initlab-memory-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.platform !== "linux")(
  `grade takes less than ${mostMB} MB for ${count} submissions, guests not counted`,
  async () => {
    makeSubmissions({ root, count, fileOf: (student) => join(folder, "submissions", `${student}.ipynb`) });
    const options = ["--out", join(folder, "results"), "--secret", join(folder, "secret")];
    const grader = spawn(
      process.execPath,
      [join(root, "dist/cli.js"), "grade", join(folder, "submissions"), ...options],
      { stdio: "ignore" },
    );
    const seen = await memoryOf(grader);
    expect(grader.exitCode).toBe(0);
    expect(Math.max(...seen)).toBeLessThan(mostMB);
    expect(Math.max(...seen)).toBeGreaterThan(50);
  },
  longForm ? 4 * 3600_000 : 240_000,
);

/** What the grader and its compiler take, in MB, looked at every half second until the grader ends. */
async function memoryOf(grader: ChildProcess): Promise<number[]> {
  const seen: number[] = [];
  while (grader.exitCode === null && grader.signalCode === null) {
    const pid = grader.pid ?? 0;
    try {
      const own = [pid, ...childrenOf(pid)].filter(
        (one) => readlinkSync(`/proc/${one}/exe`) === process.execPath,
      );
      seen.push(own.reduce((sum, one) => sum + megabytes(one), 0));
    } catch {
      // One of them has ended meanwhile.
    }
    await sleep(500);
  }
  return seen;
}

function childrenOf(pid: number): number[] {
  const lists = readdirSync(`/proc/${pid}/task`).map((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8"),
  );
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}

/** What processes share counts in parts. */
function megabytes(pid: number): number {
  const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
  if (pss === undefined) throw new Error(`process ${pid} has no memory any more`);
  return Number(pss) / 1024;
}
