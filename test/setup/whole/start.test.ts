import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepOnePackage, makeProject, type Project } from "./makeProject.js";
import { processesOf } from "./processesOf.js";
import { runNode } from "./runNode.js";

const START = "setup/start.mjs";
/** Where nothing answers: npm and pip fail as they do without a network. */
const NO_NETWORK = {
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
  http_proxy: "http://127.0.0.1:9",
  https_proxy: "http://127.0.0.1:9",
  PIP_NO_CACHE_DIR: "1",
  PIP_NO_INDEX: "0",
  PIP_FIND_LINKS: "",
};

// The Python lock file holds one small package here, so JupyterLab itself cannot run; everything before it does.
// The tests build on one another, as the starts of one person do.
describe.sequential("npm start", { timeout: 180_000 }, () => {
  let project: Project;
  let folder: string;

  beforeAll(() => {
    project = makeProject();
    folder = project.folder;
    keepOnePackage(folder);
  }, 60_000);
  afterAll(() => project.remove(), 60_000);

  /** Runs `npm start` until JupyterLab would run, or it fails, and returns the lines of the set-up. */
  async function start(
    env: NodeJS.ProcessEnv = {},
    args: string[] = [],
  ): Promise<{ code: unknown; output: string }> {
    const running = runNode([START, "--no-browser", ...args], folder, { ...project.env, ...env });
    const code = await running.end();
    return { code, output: running.output().split(/^Traceback/m)[0] ?? "" };
  }

  test("npm start without a network says so in one message and leaves nothing half made that counts", async () => {
    const { code, output } = await start(NO_NETWORK);
    expect(output).toMatch(/^✓ npm packages {2}\d+\.\d s$/m);
    expect(output).toMatch(/^✓ build {2}\d+\.\d s$/m);
    expect(output).toMatch(/^✗ Installing the Python packages failed\. The network cannot be reached\./m);
    expect(output).toContain("All of it: .cache/setup.log");
    expect(output).not.toMatch(/at \w+ .*\.mjs:\d+/);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, "npm-calls"), "utf8")).toMatch(/^ci .*--ignore-scripts/);
  });

  test("npm start killed while .venv is made takes its installers along, and the next start repairs it", async () => {
    // Of the start before, which failed: what is there then is of this one.
    rmSync(join(folder, ".venv"), { recursive: true, force: true });
    const killed = runNode([START, "--no-browser"], folder, project.env);
    for (let i = 0; i < 2000 && !existsSync(join(folder, ".venv", "lib")); i++) await sleep(10);
    killed.child.kill("SIGKILL");
    expect(await killed.end()).toBe("SIGKILL");
    for (let i = 0; i < 40 && processesOf(folder).length > 0; i++) await sleep(50);
    expect(processesOf(folder)).toEqual([]);
    // What was running would have made it next.
    expect([existsSync(join(folder, ".venv/lib")), existsSync(join(folder, ".venv/bin/pip"))]).toEqual([
      true,
      false,
    ]);

    const { output } = await start();
    expect(output).toMatch(
      /^✓ JupyterLab .*in \.venv {2}\d+\.\d s {2}\(an earlier set-up was interrupted\)$/m,
    );
    expect(output).toMatch(/^✓ TypeScript kernel {2}\d+\.\d s$/m);
    expect(output).not.toContain("npm packages");
    expect(output).not.toContain("build");
  });

  test("npm start for the second time does nothing and needs no network", async () => {
    const { output } = await start(NO_NETWORK);
    expect(output.split("\n").slice(0, 2)).toEqual([
      "✓ everything is set up",
      "Starting JupyterLab with notebooks/Initialization.ipynb; Ctrl-C stops it",
    ]);
    expect(readFileSync(join(folder, "npm-calls"), "utf8").trim().split("\n")).toHaveLength(1);
  });

  test("npm start after a change of the sources builds again, and removes what was built from a source that is gone", async () => {
    writeFileSync(join(folder, "src/init_utils/two.ts"), "export const two: number = 2;\n");
    const first = await start(NO_NETWORK);
    expect(first.output).toMatch(/^✓ build {2}\d+\.\d s {2}\(a source file changed\)\nStarting/);
    expect(existsSync(join(folder, "src/init_utils/dist/two.js"))).toBe(true);
    rmSync(join(folder, "src/init_utils/two.ts"));
    await start(NO_NETWORK);
    expect(existsSync(join(folder, "src/init_utils/dist/two.js"))).toBe(false);
    expect(existsSync(join(folder, "src/init_utils/dist/tf-core.js"))).toBe(true);
  });

  test("npm start after a change of a lock file runs that step alone", async () => {
    const path = join(folder, "package-lock.json");
    const before = readFileSync(path, "utf8");
    writeFileSync(path, before.replace(/\n$/, "\n\n"));
    const { output } = await start(NO_NETWORK);
    expect(output).toMatch(/^✓ npm packages {2}\d+\.\d s {2}\(package-lock\.json changed\)$/m);
    expect(output).not.toContain(".venv  ");
    expect(output).not.toContain("TypeScript kernel");
  });

  test("npm start in a folder that was moved makes .venv and the kernelspec again, with paths of the new place", async () => {
    const moved = `${folder} elsewhere`;
    renameSync(folder, moved);
    folder = moved;
    const { output } = await start();
    expect(output).toMatch(/in \.venv {2}\d+\.\d s {2}\(the folder's place changed\)$/m);
    expect(output).toMatch(/^✓ TypeScript kernel/m);
    expect(output).not.toContain("npm packages");
    const spec = JSON.parse(
      readFileSync(join(folder, ".venv/share/jupyter/kernels/tslab/kernel.json"), "utf8"),
    );
    expect(spec).toMatchObject({
      argv: [process.execPath, join(folder, "dist/kernel/main.js"), "{connection_file}"],
      display_name: "TypeScript",
      language: "typescript",
    });
    expect(readFileSync(join(folder, ".venv/bin/pip"), "utf8").split("\n", 3).join()).toContain(folder);
  });

  test("npm start puts the project's own kernel in the place of another one", async () => {
    const path = join(folder, ".venv/share/jupyter/kernels/tslab/kernel.json");
    const own = readFileSync(path, "utf8");
    writeFileSync(path, JSON.stringify({ argv: ["tslab", "kernel"], display_name: "TypeScript" }));
    const { output } = await start(NO_NETWORK);
    expect(output).toMatch(/^✓ TypeScript kernel {2}\d+\.\d s {2}\(the kernel, .* changed\)\nStarting/);
    expect(readFileSync(path, "utf8")).toBe(own);
  });

  test("npm start twice at once: the second waits for the first", async () => {
    writeFileSync(
      join(folder, "package-lock.json"),
      `${readFileSync(join(folder, "package-lock.json"), "utf8")}\n`,
    );
    const env = { ...project.env, NPM_TAKES: "1500" };
    const first = runNode([START, "--no-browser"], folder, env);
    for (let i = 0; i < 100 && !existsSync(join(folder, ".cache/setup.lock")); i++) await sleep(20);
    const second = runNode([START, "--no-browser"], folder, env);
    await Promise.all([first.end(), second.end()]);
    expect(first.output()).toMatch(/^✓ npm packages/);
    expect(second.output()).toMatch(new RegExp(`^Waiting: another start \\(process ${first.child.pid}\\)`));
    expect(second.output()).toContain("✓ everything is set up");
    expect(existsSync(join(folder, ".cache/setup.lock"))).toBe(false);
  });

  test("npm start stopped by Ctrl-C during the set-up ends with 130 and one line", async () => {
    writeFileSync(
      join(folder, "package-lock.json"),
      `${readFileSync(join(folder, "package-lock.json"), "utf8")}\n`,
    );
    const running = runNode([START, "--no-browser"], folder, { ...project.env, NPM_TAKES: "30000" });
    for (let i = 0; i < 100 && processesOf(`${dirname(folder)}/npm`).length === 0; i++) await sleep(20);
    running.child.kill("SIGINT");
    expect(await running.end()).toBe(130);
    expect(running.output()).toMatch(/^✗ npm packages {2}.*\n✗ Stopped\..*\n$/);
    expect(processesOf(folder)).toEqual([]);
  });
});
