import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePorts } from "../../support/processes/freePorts.ts";
import { Client, type ConnectionFile } from "./Client.ts";

export const program: string = fileURLToPath(new URL("../../../dist/kernel/main.js", import.meta.url));

/** A kernel as Jupyter starts one: the real process, listening on real sockets. */
export class RunningKernel {
  readonly folder: string;
  readonly file: ConnectionFile;
  readonly process: ChildProcess;
  readonly client: Client;
  stderr = "";
  readonly exited: Promise<number | null>;
  readonly #clients: Client[] = [];

  constructor(folder: string, file: ConnectionFile, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.file = file;
    const path = join(folder, "connection.json");
    writeFileSync(path, JSON.stringify(file));
    this.process = spawn(process.execPath, [program, path], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    this.exited = new Promise((resolve) => this.process.once("exit", resolve));
    this.client = this.connect();
  }

  connect(): Client {
    const client = new Client(this.file);
    this.#clients.push(client);
    return client;
  }

  /** Resolves when outputs are heard, too. */
  async ready(): Promise<void> {
    const isWelcome = ({ header }: { header: { msg_type: string } }): boolean =>
      header.msg_type === "iopub_welcome";
    await this.client.until(() => this.client.iopub.find(isWelcome), "iopub_welcome", 20_000);
    await this.client.ask("kernel_info_request");
  }

  processes(): string[] {
    return processesIn(this.folder);
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    this.process.kill("SIGKILL");
    await this.exited;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The kernel's processes that work in a folder. */
export function processesIn(folder: string): string[] {
  return execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("kernel/main.js") || line.includes("engine/main.js"))
    .map((line) => line.trim().split(" ")[0] ?? "")
    .filter((pid) => cwdOf(pid) === folder);
}

function cwdOf(pid: string): string {
  try {
    return realpathSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

export async function connectionFile(changes: Record<string, string | number> = {}): Promise<ConnectionFile> {
  const [shell_port = 0, control_port = 0, stdin_port = 0, iopub_port = 0, hb_port = 0] = await freePorts(5);
  const ports = { shell_port, control_port, stdin_port, iopub_port, hb_port };
  const rest = { transport: "tcp", ip: "127.0.0.1", key: randomUUID(), signature_scheme: "hmac-sha256" };
  return { ...ports, ...rest, ...changes };
}

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "initlab-kernel-")));
  folders.push(folder);
  return folder;
}

/** To be called after a file's tests. */
export function removeTemporaryFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

export async function startKernel(
  env: NodeJS.ProcessEnv = {},
  folder = temporaryFolder(),
): Promise<RunningKernel> {
  const kernel = new RunningKernel(folder, await connectionFile(), env);
  await kernel.ready();
  return kernel;
}
