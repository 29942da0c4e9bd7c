import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultsSchema } from "../../../src/grader/results/index.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handInClass } from "./support/aClass.ts";
import { finalFiles } from "./support/finalFiles.ts";

/** Only who may mount has a small disk: root, on a machine or in a container that lets it. */
const mayMount = canMount();

describe.skipIf(!mayMount)("initlab grade on a disk that gets full", { timeout: 300_000 }, () => {
  const folder = new GradeFolder();
  const disk = join(folder.path, "disk");
  let undisturbed: GradeRun;
  beforeAll(async () => {
    handInClass(folder, 9);
    undisturbed = await folder.grade([], "undisturbed");
    mkdirSync(disk);
    mount(disk, "48k");
  }, 120_000);
  afterAll(() => {
    spawnSync("umount", [disk]);
    folder.remove();
  });

  test("says what could not be written and what to do, and leaves nothing half written", async () => {
    const { status, stderr } = await folder.grade([], "disk/results");
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error: .*\/disk\/results\/student \d+\/.* could not be written: there is no space left on the disk \(ENOSPC\)\. Make room and run the same command again/,
    );
    expect(stderr).not.toContain("initlab is at fault");
    const files = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(
      files.map(({ name }) => name).filter((name) => !/^(?:results\.json|feedback\.html)$/.test(name)),
    ).toEqual([]);
    const results = files.filter(({ name }) => name === "results.json");
    expect(results.length).toBeGreaterThan(0);
    for (const { parentPath, name } of results) {
      resultsSchema.parse(JSON.parse(readFileSync(join(parentPath, name), "utf8")));
    }
  });

  test("goes on when there is room, and ends with the files of a run that had it from the start", async () => {
    execFileSync("mount", ["-o", "remount,size=50m", disk]);
    const run = await folder.grade([], "disk/results");
    expect(run.status).toBe(undisturbed.status);
    expect(JSON.parse(run.files["run.json"]!).counts.reused).toBeGreaterThan(0);
    expect(finalFiles(run)).toEqual(finalFiles(undisturbed));
  });
});

function canMount(): boolean {
  if (process.platform !== "linux") return false;
  const place = mkdtempSync(join(tmpdir(), "initlab-mount-"));
  try {
    mount(place, "16k");
    execFileSync("umount", [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true });
  }
}

function mount(place: string, size: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", place], { stdio: "ignore" });
}
