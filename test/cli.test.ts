import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeNotebook } from "../src/notebook/index.js";
import { code, notebook } from "./notebook/notebooks.js";

const root = fileURLToPath(new URL("..", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "initlab-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], cwd = folder) {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: "1", INITLAB_TRACE: undefined };
  return spawnSync(command, args, { cwd, env, encoding: "utf8", shell: process.platform === "win32" });
}

const initlab = (...args: string[]) => run(process.execPath, [join(root, "dist/cli.js"), ...args]);

describe("initlab", () => {
  it("starts through npx in the project and in its folders", () => {
    for (const cwd of [root, join(root, "notebooks")]) {
      const { status, stdout, stderr } = run("npx", ["--no", "initlab", "release", "--help"], cwd);
      expect(stderr).not.toContain("error");
      expect(stdout).toContain("Usage: initlab release");
      expect(status).toBe(0);
    }
  }, 120_000);

  it.skipIf(process.platform === "win32")(
    "starts where npx has linked the program itself, as it once did",
    () => {
      expect(run(join(root, "dist/cli.js"), ["--version"])).toMatchObject({ status: 0, stderr: "" });
    },
  );

  it("says what to do where nothing is built, and starts through npx as soon as it is", () => {
    for (const name of ["package.json", "setup/initlab.mjs", "setup/checkNode.mjs"])
      cpSync(join(root, name), join(folder, name));
    // npx keeps what it linked, for ever.
    const npx = () => run("npx", [`--cache=${join(folder, "cache")}`, "--no", "initlab", "grade"], folder);
    const before = npx();
    expect(before.stderr).toContain("Run `npm start` first");
    expect(before.status).toBe(2);
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/cli.js"), "console.log('built', process.argv[2]);");
    expect(npx()).toMatchObject({ status: 0, stdout: "built grade\n" });
  }, 120_000);

  it("prints its version", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(initlab("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([
    [["--help"], "npx --no initlab release --check"],
    [["help"], "Exit codes"],
    [["help", "release"], "--out Trees.ipynb"],
  ])("prints help with examples for %j", (args, text) => {
    const { status, stdout, stderr } = initlab(...args);
    expect(stdout).toContain(text);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it.each([
    [[], "Usage: initlab"],
    [["relase"], "Did you mean release?"],
    [["release", "--chek"], "Did you mean --check?"],
    [["release", "a", "b"], "too many arguments"],
    [["release", "--out"], "argument missing"],
    [["release", "--out", ""], "expected the name of a file"],
    [["release", "nowhere.ipynb", "--out", "b.ipynb"], "nowhere.ipynb: there is no such file"],
    [["release", "Trees.ipynb"], "say with --out where the student's notebook goes"],
  ])("exits with 2 on wrong use: %j", (args, text) => {
    const { status, stdout, stderr } = initlab(...args);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("initlab, when nobody reads its output", () => {
  it("ends at once and without a word", async () => {
    const child = spawn(process.execPath, [join(root, "dist/cli.js"), "help"]);
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    expect(await once(child, "close")).toEqual([141, null]);
    expect(stderr).toBe("");
  });
});

describe("initlab, when it is at fault itself", () => {
  it("says so without a stack, and exits with 3", async () => {
    for (const name of ["dist", "package.json"])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const faulty = "export function release() { return undefined.cells; }";
    writeFileSync(join(folder, "dist", "instructor", "release.js"), faulty);
    await writeNotebook(join(folder, "a.ipynb"), notebook(code("1;")));
    const args = [join(folder, "dist", "cli.js"), "release", "a.ipynb", "--out", "b.ipynb"];
    const { status, stderr } = run(process.execPath, args);
    expect(stderr).toMatch(/^initlab is at fault: .*undefined.*\nPlease report it/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(3);
  });
});
