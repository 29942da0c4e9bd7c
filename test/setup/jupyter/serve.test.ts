import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { places } from "../../../setup/process/places.mjs";
import { jupyterEnvironment, root } from "../../notebooks/executeNotebook.js";
import { freePort } from "../../support/processes/freePorts.ts";

/** A kernel that answers nothing and ignores signals, and so does what it starts in a session of its own. */
const deafKernel = `import os, signal, subprocess, sys, time
for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(one, signal.SIG_IGN)
folder = sys.argv[1]
if sys.argv[2] == "kernel":
    subprocess.Popen([sys.executable, __file__, folder, "child"], start_new_session=True)
open(os.path.join(folder, sys.argv[2]), "w").write(str(os.getpid()))
time.sleep(600)
`;

/** Settings of Jupyter's with which the server never comes to its end. */
const hangingServer = `import asyncio
from jupyter_server.serverapp import ServerApp
async def hang(self):
    await asyncio.sleep(600)
ServerApp._cleanup = hang
`;

describe.runIf(existsSync("/proc/self/cmdline"))("serve.py", () => {
  const folders: string[] = [];
  const started: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of started.splice(0)) {
      child.stdin?.end();
      if (child.exitCode === null) await once(child, "exit");
    }
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  /** Runs serve.py as npm start does, with a deaf kernel; gives what it wrote, and the processes of the kernel. */
  async function serve(config: string) {
    const folder = mkdtempSync(join(tmpdir(), "initlab-serve-"));
    folders.push(folder);
    installDeafKernel(folder);
    mkdirSync(join(folder, "config"));
    writeFileSync(join(folder, "config", "jupyter_server_config.py"), config);
    const port = await freePort();
    const program = join(root, "setup/jupyter/serve.py");
    const child = spawn(places(root).python, ["-I", program, ...options(folder, port)], {
      env: { ...jupyterEnvironment(folder), INITLAB_STOP_SECONDS: "8" },
      stdio: "pipe",
    });
    started.push(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    const api = `http://localhost:${port}/api/kernels`;
    await expect.poll(() => ok(api), { timeout: 60_000 }).toBe(true);
    expect((await fetch(api, { method: "POST", body: '{"name":"deaf"}' })).status).toBe(201);
    const pids = () =>
      ["kernel", "child"]
        .map((name) => join(folder, name))
        .flatMap((path) => (existsSync(path) ? [Number(readFileSync(path, "utf8"))] : []));
    await expect.poll(() => pids().filter(Boolean), { timeout: 20_000 }).toHaveLength(2);
    return { child, said: () => said, pids: pids() };
  }

  test("serve.py ends a kernel that ignores everything, and what that has started, when standard input closes", async () => {
    const { child, said, pids } = await serve("");
    expect(pids.filter(isAlive)).toEqual(pids);
    child.stdin?.end();
    await once(child, "close");
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    expect(said()).not.toContain("ended by force");
  }, 100_000);

  test("serve.py ends a server that hangs, and its kernels, and says so", async () => {
    const { child, said, pids } = await serve(hangingServer);
    child.stdin?.end();
    await once(child, "close");
    expect(child.exitCode).toBe(1);
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    expect(said()).toContain(
      "JupyterLab did not stop within 8 seconds. It is ended by force, with its kernels.",
    );
  }, 100_000);
});

function installDeafKernel(folder: string): void {
  const kernel = join(folder, "data", "kernels", "deaf");
  mkdirSync(kernel, { recursive: true });
  const program = join(folder, "deaf.py");
  writeFileSync(program, deafKernel);
  const argv = [places(root).python, program, folder, "kernel", "{connection_file}"];
  writeFileSync(
    join(kernel, "kernel.json"),
    JSON.stringify({ argv, display_name: "deaf", language: "none" }),
  );
}

function options(folder: string, port: number): string[] {
  return [
    `--ServerApp.root_dir=${folder}`,
    "--ServerApp.answer_yes=True",
    "--allow-root",
    "--no-browser",
    `--port=${port}`,
    "--IdentityProvider.token=",
    "--ServerApp.disable_check_xsrf=True",
  ];
}

async function ok(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** One that has ended stays listed until its parent notices; it has no command any more. */
function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;
}
