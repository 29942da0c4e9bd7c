import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { kernelspecsFolder, type Place } from "../../src/kernel/install/index.ts";
import { program, temporaryFolder } from "./support/startKernel.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

function initlab(...args: string[]) {
  const env = { ...process.env, JUPYTER_DATA_DIR: join(folder, "user"), VIRTUAL_ENV: join(folder, "venv") };
  return spawnSync(process.execPath, [join(root, "dist/cli.js"), "kernel", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}
const specOf = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path, "kernel.json"), "utf8"));

describe("initlab kernel install", () => {
  it.each([
    [[], "user/kernels/tslab", "TypeScript"],
    [["--user", "--name", "ts-2"], "user/kernels/ts-2", "TypeScript"],
    [["--sys-prefix"], "venv/share/jupyter/kernels/tslab", "TypeScript"],
    [
      ["--prefix", "here", "--display-name", "My TypeScript"],
      "here/share/jupyter/kernels/tslab",
      "My TypeScript",
    ],
  ])("writes a kernelspec that starts this kernel: %j", (args, path, display_name) => {
    const { status, stdout, stderr } = initlab("install", ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(join(folder, path));
    expect(specOf(path)).toMatchObject({
      argv: [process.execPath, program, "{connection_file}"],
      display_name,
      language: "typescript",
      interrupt_mode: "message",
    });
  });

  it("overwrites its own kernelspec, and another kernel's only with --replace", () => {
    const path = "user/kernels/tslab";
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, "kernel.json"), '{"argv":["tslab"],"display_name":"TypeScript"}');
    const refused = initlab("install");
    expect(refused.stderr).toMatch(
      /^error: .*tslab is another kernel's: choose another --name, or .*--replace/,
    );
    expect(refused.status).toBe(2);
    expect(specOf(path).argv).toEqual(["tslab"]);
    expect(initlab("install", "--replace").status).toBe(0);
    expect(initlab("install", "--display-name", "Again").status).toBe(0);
    expect(specOf(path).display_name).toBe("Again");
  });

  it.each([
    [["--user", "--prefix", "x"], "cannot be used with"],
    [["--sys-prefix", "--user"], "cannot be used with"],
    [["--name", "a/b"], "expected a kernel's name of letters"],
    [["--name", ".."], "expected a kernel's name of letters"],
  ])("exits with 2 on wrong use: %j", (args, text) => {
    const { status, stderr } = initlab("install", ...args);
    expect(stderr).toContain(text);
    expect(status).toBe(2);
  });
});

describe("initlab kernel uninstall", () => {
  it("removes only what is this kernel's", () => {
    expect(initlab("uninstall")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("there is no kernel tslab"),
    });
    initlab("install");
    expect(initlab("uninstall").status).toBe(0);
    expect(existsSync(join(folder, "user/kernels/tslab"))).toBe(false);
    mkdirSync(join(folder, "user/kernels/tslab"));
    writeFileSync(join(folder, "user/kernels/tslab/kernel.json"), "not JSON");
    const { status, stderr } = initlab("uninstall");
    expect(stderr).toContain("is another kernel's");
    expect(status).toBe(2);
    expect(existsSync(join(folder, "user/kernels/tslab/kernel.json"))).toBe(true);
  });
});

describe("kernelspecsFolder", () => {
  const surroundings = { env: {}, platform: "linux" as NodeJS.Platform, home: "/me", root: "/nowhere" };
  it.each<[string, Place, Partial<typeof surroundings> & { env?: Record<string, string> }, string]>([
    ["Linux", { kind: "user" }, {}, "/me/.local/share/jupyter/kernels"],
    ["Linux with XDG", { kind: "user" }, { env: { XDG_DATA_HOME: "/x" } }, "/x/jupyter/kernels"],
    ["macOS", { kind: "user" }, { platform: "darwin" }, "/me/Library/Jupyter/kernels"],
    ["Windows", { kind: "user" }, { platform: "win32", env: { APPDATA: "/r" } }, "/r/jupyter/kernels"],
    ["conda", { kind: "environment" }, { env: { CONDA_PREFIX: "/c" } }, "/c/share/jupyter/kernels"],
    ["a prefix", { prefix: "/usr/local" }, {}, "/usr/local/share/jupyter/kernels"],
  ])("is where Jupyter looks: %s", (_what, place, changes, expected) => {
    expect(kernelspecsFolder(place, { ...surroundings, ...changes })).toBe(expected);
  });

  it("says what to do when there is no Python environment", () => {
    expect(() => kernelspecsFolder({ kind: "environment" }, surroundings)).toThrow(
      /activate one, run npm start, or use --user/,
    );
  });
});
