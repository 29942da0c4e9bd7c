import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FLAGS, VALUES } from "../../../setup/jupyter/parseOptions.mjs";
import { freePort } from "../../support/processes/freePorts.ts";
import { makeProject, type Project, ROOT } from "./makeProject.js";
import { processesOf } from "./processesOf.js";
import { type Running, runNode } from "./runNode.js";

describe.sequential("npm start with JupyterLab", { timeout: 180_000 }, () => {
  let project: Project;
  let running: Running;
  let port: number;
  let address: URL;

  async function api(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { Authorization: `token ${address.searchParams.get("token")}` };
    const answer = await fetch(new URL(`/api/${path}`, address), { ...init, headers });
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
    return answer.json();
  }

  beforeAll(async () => {
    project = makeProject();
    spoilHome(join(project.folder, "..", "home"));
    port = await freePort();
    const { HOME: _, ...env } = project.env;
    const home = join(project.folder, "..", "home");
    running = runNode(
      ["setup/start.mjs", "--no-browser", "--port", String(port), "--ServerApp.quit_button=False"],
      project.folder,
      {
        ...env,
        HOME: home,
        PIP_CACHE_DIR: process.env.PIP_CACHE_DIR ?? pipCache(),
        PYTHONPATH: "/nonexistent",
      },
    );
    const [url] = await running.until(/http:\/\/localhost:\d+\/\S+token=\w+/, 170_000);
    address = new URL(url);
  }, 180_000);
  afterAll(async () => {
    running.child.kill("SIGTERM");
    await running.end();
    project.remove();
  }, 60_000);

  test("npm start prints one line for each step, then opens the notebook at the port that was asked for", () => {
    // On a slow machine a long step says every half minute that it still runs.
    const lines = running
      .output()
      .split("\n")
      .filter((line) => !line.startsWith("…"));
    expect(lines[0]).toMatch(/^✓ npm packages {2}\d+\.\d s$/);
    expect(lines[1]).toMatch(/^✓ build {2}\d+\.\d s$/);
    expect(lines[2]).toMatch(/^✓ JupyterLab 4\.6\.\d+ in \.venv {2}\d+\.\d s$/);
    expect(lines[3]).toMatch(/^✓ TypeScript kernel {2}\d+\.\d s$/);
    expect(lines[4]).toBe("Starting JupyterLab with notebooks/Initialization.ipynb; Ctrl-C stops it");
    expect(Number(address.port)).toBe(port);
    expect(address.pathname).toBe("/lab/tree/notebooks/Initialization.ipynb");
  });

  test("npm start serves the project's own kernel, not the user's broken one of the same name", async () => {
    const { kernelspecs } = (await api("kernelspecs")) as {
      kernelspecs: Record<string, { spec: { argv: string[]; language: string } }>;
    };
    expect(kernelspecs.tslab?.spec.argv.slice(0, 2)).toEqual([
      process.execPath,
      join(project.folder, "dist/kernel/main.js"),
    ]);
    expect(kernelspecs.tslab?.spec.language).toBe("typescript");
    const { content } = (await api("contents/notebooks/Initialization.ipynb")) as {
      content: { metadata: { kernelspec: { name: string } } };
    };
    expect(content.metadata.kernelspec.name).toBe("tslab");
  });

  test("npm start writes no error of its own, though the user's configuration is broken", () => {
    const own = running
      .output()
      .split("\n")
      .filter((line) => /Fail to|yarn|SyntaxError/.test(line));
    expect(own).toEqual([]);
  });

  test("npm start passes on only options that JupyterLab has", () => {
    const program =
      "import json; from jupyterlab.labapp import LabApp; print(json.dumps([list(LabApp.flags), list(LabApp.aliases)]))";
    const answer = execFileSync(join(project.folder, ".venv/bin/python"), ["-I", "-c", program], {
      encoding: "utf8",
    });
    const [flags, aliases] = JSON.parse(answer) as [string[], string[]];
    expect(FLAGS.filter((name) => !flags.includes(name))).toEqual([]);
    expect(VALUES.filter((name) => !aliases.includes(name))).toEqual([]);
  });

  test("npm start with a port that is taken says so and ends with 1", async () => {
    const second = runNode(
      ["setup/start.mjs", "--no-browser", "--port", String(port)],
      project.folder,
      project.env,
    );
    expect(await second.end()).toBe(1);
    expect(second.output()).toMatch(
      new RegExp(`^✗ Port ${port} is taken by another program.*--port ${port + 1}.*\n$`),
    );
  });

  test("npm start stopped by Ctrl-C ends JupyterLab and its kernels, with 0 and without a stack trace", async () => {
    // The project's own build has no kernel in it, only what the set-up needs.
    cpSync(join(ROOT, "dist"), join(project.folder, "dist"), { recursive: true });
    const body = JSON.stringify({ name: "tslab", path: "notebooks" });
    await api("kernels", { method: "POST", body });
    const hasEngine = () => processesOf(project.folder).some((line) => line.includes("engine/main.js"));
    await expect.poll(hasEngine, { timeout: 20_000 }).toBe(true);
    const before = running.output().length;
    running.child.kill("SIGINT");
    expect(await running.end()).toBe(0);
    expect(running.output().slice(before)).not.toMatch(/Traceback|^\s+at /m);
    expect(processesOf(project.folder)).toEqual([]);
  });
});

/** A home folder as other projects leave it: a kernelspec that leads nowhere, and settings that do not load. */
function spoilHome(home: string): void {
  const kernel = join(home, ".local/share/jupyter/kernels/tslab");
  mkdirSync(kernel, { recursive: true });
  mkdirSync(join(home, ".jupyter"));
  const gone = { argv: ["/nonexistent/tslab"], display_name: "gone", language: "typescript" };
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify(gone));
  writeFileSync(join(home, ".jupyter/jupyter_server_config.py"), "raise RuntimeError('broken')\n");
  writeFileSync(join(home, ".jupyter/jupyter_lab_config.json"), "{ broken");
}

function pipCache(): string {
  return join(process.env.HOME ?? "", ".cache", "pip");
}
