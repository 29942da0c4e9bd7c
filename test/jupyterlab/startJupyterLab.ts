import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { jupyterEnvironment, root } from "../notebooks/executeNotebook.js";

export interface JupyterLab {
  /** Where a notebook of the project opens: `urlOf("notebooks/Initialization.ipynb")`. */
  urlOf(notebook: string): string;
  /** Stops the server and its kernels, and returns when all of them have ended. */
  stop(): Promise<void>;
}

const guard = fileURLToPath(new URL("../support/runUntilStdinCloses.mjs", import.meta.url));
const patience = 300_000;

/**
 * Starts JupyterLab as a person does, through `npm start`, with settings of its own: nothing is saved by itself, so
 * that running a notebook leaves its file alone.
 *
 * @param more options that JupyterLab gets besides
 */
export async function startJupyterLab(more: readonly string[] = []): Promise<JupyterLab> {
  const folder = await mkdtemp(join(tmpdir(), "initlab-jupyterlab-"));
  const port = await freePort();
  const token = randomBytes(16).toString("hex");
  const settings = join(folder, "settings", "@jupyterlab", "docmanager-extension");
  await mkdir(settings, { recursive: true });
  await writeFile(join(settings, "plugin.jupyterlab-settings"), '{ "autosave": false }');
  const options = [
    "--no-browser",
    "--port",
    String(port),
    `--IdentityProvider.token=${token}`,
    "--LabApp.expose_app_in_browser=True",
    ...more,
  ];
  const child = spawn(process.execPath, [guard, "npm", "start", "--", ...options], {
    cwd: root,
    env: {
      ...jupyterEnvironment(folder),
      JUPYTERLAB_SETTINGS_DIR: join(folder, "settings"),
      JUPYTERLAB_WORKSPACES_DIR: join(folder, "workspaces"),
    },
    stdio: "pipe",
  });
  const closed = once(child, "close");
  const stop = async () => {
    child.stdin.end();
    // The server and its kernels have inherited the pipes: they close when the last of them has ended.
    await closed;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(child, port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { urlOf: (notebook) => `http://localhost:${port}/lab/tree/${notebook}?token=${token}`, stop };
}

async function waitUntilReady(child: ChildProcess, port: number): Promise<void> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ready = async () => {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said}`);
    return answers(port);
  };
  await waitFor(ready, "JupyterLab to answer").catch((error: Error) => {
    throw new Error(`${error.message}\n${said}`);
  });
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/api`)).ok;
  } catch {
    return false;
  }
}

async function waitFor(condition: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}`);
    await sleep(200);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("freePort: no port");
  return address.port;
}
