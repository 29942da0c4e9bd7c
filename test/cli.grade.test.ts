import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeNotebook } from "../src/notebook/index.ts";
import { releasedNotebook, solvedNotebook } from "./clients/support/solvedNotebook.ts";
import { GradeFolder } from "./grader/support/gradeNotebooks.js";
import { handInSolved, solutionOf, withExtraCell } from "./grader/support/students.js";
import { command, runInitlab } from "./support/processes/runInitlab.js";

describe("initlab grade", { timeout: 120_000 }, () => {
  const folder = new GradeFolder();
  beforeAll(() => folder.submit("ana", handInSolved()));
  afterAll(() => folder.remove());
  const at = (name: string) => join(folder.path, name);

  test("prints help with examples", async () => {
    const { status, stdout, stderr } = await runInitlab("grade", "--help");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Usage: initlab grade");
    expect(stdout).toContain("npx --no initlab grade submissions/");
    expect(stdout).toContain("Exit codes");
    expect(stdout).toContain("Keep a copy");
  });

  test.each([
    [[], "missing required argument"],
    [["a", "--jobs", "0"], "expected a whole number from 1 to 256"],
    [["a", "--jobs", "two"], "expected a whole number"],
    [["a", "--sandbox", "none"], "Allowed choices are auto, deno, bubblewrap"],
    [["a", "--out", ""], "expected the name of a file"],
    [["a", "--types", "loose"], "Allowed choices are tell, strict"],
    [["a", "--assignement", "b"], "Did you mean --assignment?"],
  ])("exits with 2 on wrong use: %j", async (args, text) => {
    const { status, stdout, stderr } = await runInitlab("grade", ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(text);
    expect(stderr).not.toContain("    at ");
  });

  test("exits with 2 when a submission, an assignment or the sandbox is not there, and grades nothing", async () => {
    const wrong = [
      [at("nowhere.ipynb")],
      [at("submissions"), "--assignment", at("nowhere.ipynb")],
      [at("submissions"), "--assignment", command],
      [at("submissions"), "--sandbox", "deno", "--require", "bubblewrap"],
    ];
    const runs = await Promise.all(
      wrong.map((args, number) =>
        runInitlab("grade", ...args, "--secret", at("secret"), "--out", at(`nothing/${number}`)),
      ),
    );
    expect(runs.map(({ status }) => status)).toEqual([2, 2, 2, 2]);
    expect(runs.map(({ stdout }) => stdout)).toEqual(["", "", "", ""]);
    expect(runs[0]!.stderr).toContain("nowhere.ipynb");
    expect(runs[1]!.stderr).toContain("there is no such file");
    expect(runs[2]!.stderr).toContain("cli.js");
    expect(runs[3]!.stderr).toContain("bubblewrap");
    // A folder that a run made and put nothing into goes with it.
    expect(existsSync(at("nothing")) ? readdirSync(at("nothing")) : []).toEqual([]);
  });

  test("prints a line for a submission and a summary, and exits with 0 when nobody has to look", async () => {
    const { status, stdout, stderr } = await folder.grade(["--secret", at("new-secret")]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^30\/30 {2}passed +ana\n1 graded: 1 passed; mean score 30\.00\. Results: .*results\n$/,
    );
    expect(stderr).toMatch(
      /^warning: a new secret for hidden tests is in .*new-secret\. Keep a copy of it\.\n$/,
    );
    expect((await folder.grade()).stderr).toBe("");
  });

  test("keeps the secret beside the assignment, for its owner alone", async () => {
    const assignment = at("course/Initialization.ipynb");
    await writeNotebook(assignment, solvedNotebook);
    const args = [at("submissions"), "--assignment", assignment, "--out", at("with-secret")];
    expect((await runInitlab("grade", ...args)).status).toBe(0);
    expect(readFileSync(at("course/.initlab-secret"), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    if (process.platform !== "win32") expect(statSync(at("course/.initlab-secret")).mode & 0o777).toBe(0o600);
  });

  test("prints points with two digits at most, as the pages do", async () => {
    writeFileSync(at("thirds.csv"), "student,test,points,who,why\nana,*,3.3333333,Lee,A third\n");
    const { stdout } = await folder.grade(["--overrides", at("thirds.csv")]);
    expect(stdout).toMatch(/^3\.33\/30 {2}failed {12}ana$/m);
  });

  test("makes no secret beside an assignment that is not there", async () => {
    const args = [at("submissions"), "--assignment", at("Misspelt.ipynb"), "--out", at("without-secret")];
    expect(await runInitlab("grade", ...args)).toMatchObject({
      status: 2,
      stderr: `error: ${at("Misspelt.ipynb")}: there is no such file.\n`,
    });
    expect(existsSync(at(".initlab-secret"))).toBe(false);
  });

  test.runIf(process.platform !== "win32")("lets no file name reach the terminal as it is", async () => {
    const hostile = new GradeFolder();
    hostile.submit("\u001b]0;owned\u0007\u001b[31m\u202eana", releasedNotebook);
    hostile.submit("\u009b2J", "<html>\u001b[31m");
    const { stdout, stderr, files } = await hostile.grade();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    const steers = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
    for (const text of [stdout, stderr, ...Object.keys(files), ...Object.values(files)])
      expect(text).not.toMatch(steers);
    expect(Object.keys(files).filter((file) => file.endsWith("results.json"))).toHaveLength(2);
    hostile.remove();
  });

  test("is stopped by Ctrl-C, with whole results and no process left", async () => {
    const busy = new GradeFolder();
    for (let index = 0; index < 30; index++) busy.submit(`ok ${index}`, handInSolved());
    busy.submit("zz hangs", withExtraCell(handInSolved(), "model", "for (;;) {}"));
    const args = ["grade", join(busy.path, "submissions"), "--out", join(busy.path, "results")];
    const child = spawn(process.execPath, [command, ...args, "--secret", join(busy.path, "secret")], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout!, "data");
    const descendants = process.platform === "linux" ? descendantsOf(child.pid!) : [];
    child.kill("SIGINT");
    const [status] = await once(child, "exit");
    expect(status).toBe(130);
    const results = readdirSync(join(busy.path, "results"), { recursive: true, withFileTypes: true });
    const files = results.filter((entry) => entry.isFile());
    for (const { name } of files) expect(["results.json", "feedback.html"]).toContain(name);
    for (const file of files.filter(({ name }) => name === "results.json")) {
      expect(JSON.parse(readFileSync(join(file.parentPath, file.name), "utf8")).verdict).toBe("passed");
    }
    expect(results.length).toBeLessThan(93);
    if (process.platform === "linux") {
      expect(descendants.length).toBeGreaterThan(1);
      await expect
        .poll(() => descendants.filter((pid) => existsSync(`/proc/${pid}/exe`)), { timeout: 5000 })
        .toEqual([]);
    }
    busy.remove();
  });

  test("ends soon after Ctrl-C, also where a test waits for a function that never returns", async () => {
    const stuck = new GradeFolder();
    stuck.submit("ana", handInSolved());
    const loop = solutionOf("random").replace("{\n", "{\n  for (;;) {}\n");
    stuck.submit("ben", handInSolved({ random: loop }));
    const args = ["grade", join(stuck.path, "submissions"), "--out", join(stuck.path, "results")];
    const child = spawn(process.execPath, [command, ...args, "--secret", join(stuck.path, "secret")], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout!, "data");
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const since = performance.now();
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([130, null]);
    expect(performance.now() - since).toBeLessThan(10_000);
    stuck.remove();
  });
});

function descendantsOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [child, ...(existsSync(`/proc/${child}`) ? descendantsOf(child) : [])]);
}
