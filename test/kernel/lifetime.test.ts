import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { contents } from "./support/Client.ts";
import {
  connectionFile,
  processesIn,
  program,
  type RunningKernel,
  removeTemporaryFolders,
  startKernel,
  temporaryFolder,
} from "./support/startKernel.ts";

afterAll(removeTemporaryFolders);

describe("the kernel, at its start", () => {
  it.each([
    ["nothing there", undefined, "ENOENT"],
    ["no JSON", "{", "JSON"],
    ["no ports", "{}", "expected shell_port to be a port number, got undefined"],
    ["an unknown transport", '{"transport":"pigeon"}', 'expected transport to be tcp or ipc, got "pigeon"'],
  ])("exits with 1 when the connection file is unreadable: %s", (_what, content, reason) => {
    const path = join(temporaryFolder(), "connection.json");
    if (content !== undefined) writeFileSync(path, content);
    const { status, stderr } = spawnSync(process.execPath, [program, path], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect(stderr).toMatch(/^initlab kernel: the connection file .*connection\.json cannot be used: /);
    expect(stderr).toContain(reason);
    expect(status).toBe(1);
  });

  it("exits with 1 when a port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const path = join(temporaryFolder(), "connection.json");
    writeFileSync(path, JSON.stringify(await connectionFile({ iopub_port: port })));
    const { status, stderr } = spawnSync(process.execPath, [program, path], {
      encoding: "utf8",
      timeout: 20_000,
    });
    server.close();
    expect(stderr).toContain(`cannot listen on tcp://127.0.0.1:${port} (iopub)`);
    expect(status).toBe(1);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let round = 0; round < 100 && !condition(); round++) await sleep(100);
}

describe("the kernel, at its end", () => {
  const busy = 'setInterval(() => 0, 10); console.log("busy"); for (;;) {}';
  const startBusyCell = async ({ client }: RunningKernel): Promise<void> => {
    client.send("execute_request", { code: busy });
    await client.until(() => contents(client.iopub, "stream").length > 0, "the cell's start");
  };

  const sleepers = (duration: string): string[] => {
    const commands = execFileSync("ps", ["-eo", "args="], { encoding: "utf8" }).split("\n");
    return commands.filter((line) => line === `sleep ${duration}`);
  };

  it.each(["shell", "control"] as const)(
    "ends every process within 2 s of a shutdown_request on %s, with a loop, a timer and a child running",
    async (channel) => {
      const kernel = await startKernel();
      // A duration of its own: the same test may run at the same time on another Node.js.
      const duration = `61.${process.pid}`;
      await kernel.client.execute(
        `(await import("node:child_process")).spawn("sleep", ["${duration}"], { stdio: "ignore" }).pid`,
      );
      await startBusyCell(kernel);
      expect(sleepers(duration)).toHaveLength(1);
      const start = performance.now();
      const { reply } = await kernel.client.ask("shutdown_request", { restart: true }, { channel });
      expect(reply).toEqual({ status: "ok", restart: true });
      expect(await kernel.exited).toBe(0);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(kernel.processes()).toEqual([]);
      expect(sleepers(duration)).toEqual([]);
      await kernel.stop();
    },
    60_000,
  );

  it("lets the student's own exit handlers run", async () => {
    const kernel = await startKernel();
    const file = join(temporaryFolder(), "said");
    const code = `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(file)}, "bye"));`;
    expect((await kernel.client.execute(code, {}, { timeout: 20_000 })).reply.status).toBe("ok");
    await kernel.client.ask("shutdown_request", { restart: false }, { channel: "control" });
    await kernel.exited;
    expect(readFileSync(file, "utf8")).toBe("bye");
    await kernel.stop();
  });

  it("comes when the Jupyter server that started it is gone", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "connection.json");
    writeFileSync(path, JSON.stringify(await connectionFile()));
    const command = `"${process.execPath}" "${program}" "${path}" & wait`;
    const server = spawn("sh", ["-c", command], {
      cwd: folder,
      env: { ...process.env, JPY_PARENT_PID: "1" },
    });
    // The shell, the front, the engine.
    await until(() => processesIn(folder).length === 3);
    server.kill("SIGKILL");
    await until(() => processesIn(folder).length === 0);
    expect(processesIn(folder)).toEqual([]);
  });

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "takes its engine along when the front gets %s",
    async (signal) => {
      const kernel = await startKernel();
      kernel.client.send("execute_request", { code: busy });
      await sleep(500);
      expect(kernel.processes()).toHaveLength(2);
      kernel.process.kill(signal);
      await kernel.exited;
      await sleep(500);
      expect(kernel.processes()).toEqual([]);
      await kernel.stop();
    },
  );
});
