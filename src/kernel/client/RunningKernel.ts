import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { channels, readConnectionFile } from "../protocol/ConnectionInfo.js";
import { type CellRun, cellRun } from "./CellRun.js";
import { Client } from "./Client.js";

const program = fileURLToPath(new URL("../../../dist/kernel/main.js", import.meta.url));
const startSeconds = 60;

/** A kernel as Jupyter starts one: the real process on real sockets, and a client of it. */
export class RunningKernel {
  readonly #process: ChildProcess;
  readonly #client: Client;
  readonly #folder: string;
  readonly #gone = new AbortController();
  #stderr = "";

  private constructor(process: ChildProcess, client: Client, folder: string) {
    this.#process = process;
    this.#client = client;
    this.#folder = folder;
    process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    process.once("error", (error) => this.#gone.abort(error));
    process.once("exit", () => this.#gone.abort(new Error(`the kernel ended: ${this.#stderr.trim()}`)));
  }

  /**
   * @param cwd the notebook's folder
   * @throws {Error} when the kernel does not start
   */
  static async start(cwd: string): Promise<RunningKernel> {
    const folder = await mkdtemp(join(tmpdir(), "initlab-check-"));
    const file = join(folder, "connection.json");
    await writeFile(file, JSON.stringify(await connection()), { mode: 0o600 });
    const child = spawn(process.execPath, [program, file], { cwd, stdio: ["ignore", "ignore", "pipe"] });
    const kernel = new RunningKernel(child, new Client(readConnectionFile(file)), folder);
    try {
      await kernel.#client.connected(kernel.#within(startSeconds));
      return kernel;
    } catch (error) {
      await kernel.stop();
      throw error;
    }
  }

  /**
   * Runs a cell, whatever became of those before it.
   *
   * @throws {Error} when it does not end in time, or the kernel does
   */
  async run(code: string, seconds: number): Promise<CellRun> {
    const content = { code, silent: false, store_history: true, allow_stdin: false, stop_on_error: false };
    const { outputs } = await this.#client.ask("execute_request", content, this.#within(seconds));
    return cellRun(outputs);
  }

  async stop(): Promise<void> {
    this.#client.close();
    if (this.#process.exitCode === null && this.#process.signalCode === null && this.#process.pid) {
      const exit = once(this.#process, "exit");
      this.#process.kill("SIGKILL");
      await exit;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  #within(seconds: number): AbortSignal {
    const late = new AbortController();
    const timer = setTimeout(
      () => late.abort(new Error(`it did not end within ${seconds} seconds`)),
      seconds * 1000,
    );
    timer.unref();
    return AbortSignal.any([late.signal, this.#gone.signal]);
  }
}

async function connection(): Promise<Readonly<Record<string, string | number>>> {
  const servers = await Promise.all(channels.map(listen));
  const ports = servers.map((server, index) => [
    `${channels[index]}_port`,
    (server.address() as { port: number }).port,
  ]);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const rest = { transport: "tcp", ip: "127.0.0.1", key: randomUUID(), signature_scheme: "hmac-sha256" };
  return { ...Object.fromEntries(ports), ...rest };
}

/** On a port of the loopback interface that nobody else has. */
function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => resolve(server));
  });
}
