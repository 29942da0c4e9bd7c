import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { random } from "init_utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultsSchema } from "../../../src/grader/results/index.ts";
import { longForm } from "../../support/longForm.ts";
import { command } from "../../support/processes/runInitlab.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handInClass } from "./support/aClass.ts";
import { finalFiles } from "./support/finalFiles.ts";

const [size, kills] = longForm ? [200, 50] : [18, 10];
const options = ["--format", "gradescope", "--grades", "canvas", "--pack", "nbgrader", "--sandbox", "deno"];

describe("initlab grade, killed again and again", { timeout: 900_000 }, () => {
  const folder = new GradeFolder();
  let undisturbed: GradeRun;
  beforeAll(async () => {
    handInClass(folder, size);
    undisturbed = await folder.grade(options, "undisturbed");
  }, 300_000);
  afterAll(() => folder.remove());

  test(`goes on where it was after each of ${kills} kills, and ends with the files of a run that nobody killed`, async () => {
    random.seed(7);
    let [killed, graded] = [0, 0];
    for (let number = 0; number < kills; number++) {
      // So that all of them together do not come to the end.
      const results = Math.floor((1.5 * size * random.rand()) / kills);
      const run = await gradeAndKill(folder, results, 150 * random.rand());
      killed += run.wasAlive ? 1 : 0;
      graded += run.graded;
      expectWhole(join(folder.path, "killed"));
    }
    const last = await folder.grade(options, "killed");
    expect(killed).toBeGreaterThan(kills * 0.7);
    expect(last.status).toBe(undisturbed.status);
    expect(finalFiles(last)).toEqual(finalFiles(undisturbed));
    expect(JSON.parse(last.files["run.json"]!).counts.reused).toBeGreaterThanOrEqual(graded);
  });
});

/**
 * Kills a run so many milliseconds after it has graded so many submissions.
 *
 * @returns how many it has graded, not counting those that earlier runs had graded
 */
async function gradeAndKill(
  folder: GradeFolder,
  results: number,
  wait: number,
): Promise<{ wasAlive: boolean; graded: number }> {
  const paths = ["--out", join(folder.path, "killed"), "--secret", join(folder.path, "secret")];
  const args = [command, "grade", join(folder.path, "submissions"), ...paths, ...options, "--json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  let graded = 0;
  const enough = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      graded += text.match(/"event":"graded".*"reused":false/g)?.length ?? 0;
      if (graded >= results) resolve();
    });
  });
  await Promise.race([enough, exit]);
  await sleep(wait);
  const wasAlive = child.kill("SIGKILL");
  const [, signal] = await exit;
  return { wasAlive: wasAlive && signal === "SIGKILL", graded };
}

/** Whatever has the name of a result is one, and all that is not is named so that it can be told. */
function expectWhole(out: string): void {
  if (!existsSync(out)) return;
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = () => readFileSync(join(entry.parentPath, entry.name), "utf8");
    if (entry.name === "results.json" && !entry.parentPath.endsWith("gradescope"))
      resultsSchema.parse(JSON.parse(text()));
    else if (entry.name === "feedback.html") expect(text()).toMatch(/<\/html>\s*$/);
    else
      expect(entry.name).toMatch(
        /^(?:results\.json|.+\.tmp|\.initlab-lock|grades(?:\.canvas)?\.csv|summary\.html|run\.json|feedback-nbgrader\.zip)$/,
      );
  }
}
