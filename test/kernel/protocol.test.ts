import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Signer } from "../../src/kernel/protocol/Signer.ts";
import { encode } from "../../src/kernel/protocol/wire.ts";
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

const readPackage = (path: string): { version: string } =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8"));

function message(type: string, key: string): Uint8Array[] {
  const header = {
    msg_id: `${type}-id`,
    msg_type: type,
    session: "s",
    username: "u",
    date: "",
    version: "5.3",
  };
  const parts = { identities: [], header, parentHeader: {}, metadata: {}, content: {} };
  return encode(parts, new Signer({ key, hash: "sha256" }));
}

afterAll(removeTemporaryFolders);

describe("the kernel", () => {
  let kernel: RunningKernel;
  beforeAll(async () => {
    kernel = await startKernel();
  });
  afterAll(() => kernel.stop());

  it("says what it is, with the versions that are there", async () => {
    const { reply } = await kernel.client.ask("kernel_info_request");
    expect(reply).toMatchObject({
      status: "ok",
      protocol_version: "5.4",
      implementation: "initlab",
      implementation_version: readPackage("package.json").version,
      language_info: {
        name: "typescript",
        version: readPackage("node_modules/typescript/package.json").version,
        file_extension: ".ts",
        mimetype: "text/typescript",
        pygments_lexer: "typescript",
      },
    });
    expect(reply.banner).toContain(process.versions.node);
  });

  it("announces busy before and idle after everything that belongs to a request, under its own session", async () => {
    const { outputs } = await kernel.client.execute('console.log("a"); 5');
    const types = outputs.map(({ header, content }) => content.execution_state ?? header.msg_type);
    expect(types).toEqual(["busy", "execute_input", "stream", "execute_result", "idle"]);
    const sessions = new Set(kernel.client.iopub.map(({ header }) => header.session));
    expect(sessions.size).toBe(1);
    expect([...sessions][0]).not.toBe(kernel.client.session);
  });

  it("serves several clients, each with replies to its own requests", async () => {
    const other = kernel.connect();
    const [mine, others] = await Promise.all([
      kernel.client.execute("1 + 1"),
      other.until(() => other.iopub[0], "anything").then(() => other.execute("2 + 2")),
    ]);
    expect([mine.reply.status, others.reply.status]).toEqual(["ok", "ok"]);
    expect(contents(others.outputs, "execute_result")[0]).toMatchObject({ data: { "text/plain": "4" } });
    expect(other.replies).toHaveLength(1);
    expect(contents(kernel.client.iopub, "execute_input").map(({ code }) => code)).toContain("2 + 2");
  });

  it("drops and logs what is signed with another key, and what is no message, and goes on", async () => {
    const key = String(kernel.file.key);
    const [delimiter, signature, ...parts] = message("kernel_info_request", key) as [Uint8Array, Uint8Array];
    const broken = {
      "its signature is wrong": message("kernel_info_request", "another key"),
      "it has no delimiter": [Buffer.from("hello")],
      "fewer than five parts": [delimiter, signature],
      "not JSON": signed(key, ["{", "{}", "{}", "{}"]),
      "not a JSON object": signed(key, ["[]", "{}", "{}", "{}"]),
      "no msg_id": signed(key, ["{}", "{}", "{}", "{}"]),
    };
    expect(parts).toHaveLength(4);
    for (const raw of Object.values(broken)) {
      kernel.client.sendRaw(raw);
      kernel.client.sendRaw(raw, "control");
    }
    kernel.client.sendRaw(message("no_such_request", key));
    kernel.client.send("execute_request", { code: 5, user_expressions: "x", silent: "no" });
    kernel.client.send("complete_request", { code: null, cursor_pos: "x" });
    kernel.client.send("comm_open", { comm_id: "c", target_name: "nothing" });
    kernel.client.send("comm_msg", {});
    const { outputs } = await kernel.client.execute("3 + 3");
    expect(contents(outputs, "execute_result")[0]).toMatchObject({ data: { "text/plain": "6" } });
    for (const reason of [...Object.keys(broken), "no_such_request is not known"]) {
      expect(kernel.stderr).toContain(reason);
    }
    const wrong = kernel.client.replies.filter(
      ({ parentHeader }) => parentHeader.msg_id === "kernel_info_request-id",
    );
    expect(wrong).toEqual([]);
    expect(contents(kernel.client.iopub, "comm_close")).toEqual([{ comm_id: "c", data: {} }]);
  });

  it("answers heartbeat, kernel_info and completion while a cell is busy", async () => {
    const cell = kernel.client.send("execute_request", {
      code: "for (const end = Date.now() + 1500; Date.now() < end; ) {}",
    });
    await sleep(200);
    expect(await kernel.client.beat()).toBe("ping");
    await kernel.client.ask("kernel_info_request");
    await kernel.client.ask("kernel_info_request", {}, { channel: "control" });
    const { reply } = await kernel.client.ask("complete_request", { code: "Math.sq", cursor_pos: 7 });
    expect(reply.matches).toContain("sqrt");
    expect(kernel.client.replies.filter(({ parentHeader }) => parentHeader.msg_id === cell)).toEqual([]);
    expect((await kernel.client.answer(cell)).reply.status).toBe("ok");
  });

  function signed(key: string, texts: string[]): Uint8Array[] {
    const parts = texts.map((text) => Buffer.from(text));
    const signature = new Signer({ key, hash: "sha256" }).sign(parts);
    return [Buffer.from("<IDS|MSG>"), Buffer.from(signature), ...parts];
  }
});

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
