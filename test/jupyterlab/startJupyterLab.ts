import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { jupyterEnvironment, root } from "../notebooks/executeNotebook.js";
import { freePort } from "../support/processes/freePorts.js";

export interface JupyterLab {
  /** Where a notebook of the project opens: `urlOf("notebooks/Initialization.ipynb")`. */
  urlOf(notebook: string): string;
  /** Stops the server and its kernels; what does not end by itself is killed, and named in the test's output. */
  stop(): Promise<void>;
}

const guard = fileURLToPath(new URL("../support/processes/runUntilStdinCloses.mjs", import.meta.url));
const patience = 300_000;
/** How long the guard lets the server and its kernels end by themselves; and how long the guard may take in all. */
const stopPatience = { server: 50, guard: 65 };

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
  const child = spawn(
    process.execPath,
    [guard, `--patience=${stopPatience.server}`, "npm", "start", "--", ...options],
    {
      cwd: root,
      env: {
        ...jupyterEnvironment(folder),
        JUPYTERLAB_SETTINGS_DIR: join(folder, "settings"),
        JUPYTERLAB_WORKSPACES_DIR: join(folder, "workspaces"),
      },
      stdio: "pipe",
    },
  );
  const output = collectOutput(child);
  const exited = once(child, "exit");
  const stop = async () => {
    child.stdin.end();
    const seconds = stopPatience.guard * 1000;
    const hasEnded = await Promise.race([exited.then(() => true), sleep(seconds, false, { ref: false })]);
    // What is left would hold the pipes, and this process with them.
    if (!hasEnded) child.kill("SIGKILL");
    for (const pipe of child.stdio) pipe?.destroy();
    const killed: string[] = output().match(/^runUntilStdinCloses: had to kill .*$/gm) ?? [];
    if (!hasEnded) killed.push("the guard did not end");
    if (killed.length > 0) console.warn(`JupyterLab did not end by itself:\n${killed.join("\n")}`);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitUntilReady(child, port, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { urlOf: (notebook) => `http://localhost:${port}/lab/tree/${notebook}?token=${token}`, stop };
}

/** What a process has written so far, both streams together. */
function collectOutput(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return () => said;
}

async function waitUntilReady(child: ChildProcess, port: number, output: () => string): Promise<void> {
  const ready = async () => {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output()}`);
    return answers(port);
  };
  await waitFor(ready, "JupyterLab to answer").catch((error: Error) => {
    throw new Error(`${error.message}\n${output()}`);
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
