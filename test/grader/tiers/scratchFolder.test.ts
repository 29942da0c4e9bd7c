import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scratchFolder } from "../../../src/grader/tiers/scratchFolder.js";

const place = mkdtempSync(join(tmpdir(), "initlab-scratch-test-"));
afterAll(() => rmSync(place, { recursive: true }));

test("scratchFolder makes a folder that all can read, and removes those whose process is gone, no others", () => {
  const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
  const others = [`initlab-guest-${process.ppid}-a`, "initlab-guest-b", "initlab-grade-1-c"];
  for (const name of [...others, `initlab-guest-${gone}-d`])
    mkdirSync(join(place, name, "compiled"), { recursive: true });
  const folder = scratchFolder(place);
  expect(statSync(folder).mode & 0o777).toBe(0o755);
  expect(readdirSync(place).toSorted()).toEqual([...others, basename(folder)].toSorted());
});
