import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holdLock } from "../../../setup/process/holdLock.mjs";

describe("holdLock", () => {
  let folder: string;
  let path: string;
  const { signal } = new AbortController();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "initlab-lock-"));
    path = join(folder, "lock");
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const never = () => {
    throw new Error("nobody holds it");
  };

  test("holdLock returns what the work returns, and removes the lock, also when the work fails", async () => {
    expect(await holdLock(path, { signal, onWait: never }, async () => existsSync(path))).toBe(true);
    expect(existsSync(path)).toBe(false);
    const failing = holdLock(path, { signal, onWait: never }, async () => {
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(existsSync(path)).toBe(false);
  });

  test("holdLock lets one work at a time and tells the others for whom they wait", async () => {
    const holders: string[] = [];
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(30);
      inside -= 1;
    };
    const all = [1, 2, 3].map(() => holdLock(path, { signal, onWait: (pid) => holders.push(pid) }, work));
    await Promise.all(all);
    expect(most).toBe(1);
    expect(holders).toEqual([String(process.pid), String(process.pid)]);
  });

  test("holdLock takes over from a process that is dead", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(path, `${pid} ${hostname()} 0`);
    expect(await holdLock(path, { signal, onWait: never }, async () => readFileSync(path, "utf8"))).toMatch(
      new RegExp(`^${process.pid} `),
    );
  });

  test("holdLock does not take a process of another machine for dead", async () => {
    const stopping = new AbortController();
    writeFileSync(path, "999999999 another-machine 0");
    const waiting = holdLock(
      path,
      { signal: stopping.signal, onWait: () => stopping.abort() },
      async () => 1,
    );
    await expect(waiting).rejects.toThrow("Stopped.");
    expect(readFileSync(path, "utf8")).toContain("another-machine");
  });
});
