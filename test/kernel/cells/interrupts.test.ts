import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

const wait = (ms: number) => `await new Promise((done: any) => setTimeout(done, ${ms}));`;
const endlessWasm = `const module = new (globalThis as any).WebAssembly.Module(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1,
  96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11]));
new (globalThis as any).WebAssembly.Instance(module).exports.f();`;

const cells = {
  "a loop": "for (;;) n++;",
  "a loop after an await": "await null; for (;;) n++;",
  "a loop in a promise's callback": `Promise.resolve().then(() => { for (;;) n++; }); ${wait(50)}`,
  "a loop in a timer": `setTimeout(() => { for (;;) n++; }, 10); ${wait(20_000)}`,
  "a loop of awaits": "for (;;) await n++;",
  "a loop that waits for timers": `for (;;) { n++; ${wait(20)} }`,
  "a promise that never settles": "await new Promise(() => 0);",
  "a regular expression": '/^(a+)+$/.test("a".repeat(40) + "b");',
  "a loop with try and finally": "try { for (;;) n++; } catch { n = -1; } finally { n = -2; }",
  WebAssembly: endlessWasm,
  "a loop that prints": 'for (;;) console.log("still here");',
};

describe("an interrupt", () => {
  let kernel: RunningKernel;
  beforeAll(async () => {
    kernel = await startKernel();
    await kernel.client.execute("let n = 0; const kept = { value: 41 };");
  });
  afterAll(() => kernel.stop());

  /** Waits until a cell has printed something. */
  const begun = (id: string) =>
    kernel.client.until(
      () =>
        kernel.client.iopub.some((one) => one.parentHeader.msg_id === id && one.header.msg_type === "stream"),
      "the cell's start",
    );
  const modes = {
    message: () => void kernel.client.send("interrupt_request", {}, { channel: "control" }),
    signal: () => void kernel.process.kill("SIGINT"),
  };
  const all = Object.entries(cells).flatMap(([what, code]) =>
    Object.entries(modes).map(([mode, interrupt]) => ({ what, code, mode, interrupt })),
  );

  it.each(all)(
    "by $mode stops $what within a second, keeps the variables, and lets the next cell run",
    async ({ code, interrupt }) => {
      const { client } = kernel;
      const id = client.send("execute_request", { code: `console.log("begun");\n${code}` });
      await begun(id);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const start = performance.now();
      interrupt();
      const next = client.send("execute_request", { code: "const seen = n; kept.value + 1" });
      const { reply } = await client.answer(id);
      expect(performance.now() - start).toBeLessThan(4000);
      expect(reply).toMatchObject({ status: "error", ename: "Interrupted" });
      const after = await client.answer(next);
      expect(after.reply.status).toBe("ok");
      expect(contents(after.outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "42" });
      const { outputs } = await client.execute(`${wait(60)} n === seen`);
      expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "true" });
      expect(text(outputs)).toBe("");
    },
  );

  it("aborts the cells that were sent before it", async () => {
    const ids = ["for (;;) n++;", "1", "2"].map((code) => kernel.client.send("execute_request", { code }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    modes.message();
    const statuses = [];
    for (const id of ids) statuses.push((await kernel.client.answer(id)).reply.status);
    expect(statuses).toEqual(["error", "aborted", "aborted"]);
  });

  it("does nothing when nothing runs", async () => {
    const { reply } = await kernel.client.ask("interrupt_request", {}, { channel: "control" });
    expect(reply).toEqual({ status: "ok" });
    modes.signal();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await kernel.client.execute("kept.value")).reply.status).toBe("ok");
  });

  it("stops a process that a cell waits for", async () => {
    const code = 'import { execSync } from "node:child_process"; console.log("begun"); execSync("sleep 30");';
    await kernel.client.execute('import { execSync } from "node:child_process";', {}, { timeout: 20_000 });
    const id = kernel.client.send("execute_request", { code });
    await begun(id);
    modes.message();
    expect((await kernel.client.answer(id)).reply.ename).toBe("Interrupted");
    expect((await kernel.client.execute("kept.value")).reply.status).toBe("ok");
  });

  it("restarts what does not stop within 5 seconds, and says that the variables are gone", async () => {
    // A process that the system has put to sleep hears nothing.
    const code = 'console.log("begun"); process.kill(process.pid, "SIGSTOP"); for (;;) n++;';
    const id = kernel.client.send("execute_request", { code });
    await begun(id);
    const start = performance.now();
    modes.message();
    const { reply } = await kernel.client.answer(id, 15_000);
    expect(performance.now() - start).toBeGreaterThan(4500);
    expect(reply).toMatchObject({ status: "error", ename: "EngineLost" });
    expect(reply.evalue).toMatch(/could not be stopped within 5 seconds.*variables are gone/);
    expect((await kernel.client.execute("kept")).reply.evalue).toMatch(/Cannot find name 'kept'/);
    expect((await kernel.client.execute("const kept = 1; kept")).reply.status).toBe("ok");
  }, 30_000);
});

describe("an interrupt of a loop of requests", () => {
  it.each([
    "for (;;) { await fetch(url); }",
    "for (;;) { await (await fetch(url)).text(); }",
    "for (;;) { try { await (await fetch(url)).text(); } catch {} }",
    "void (async () => { for (;;) { try { await fetch(url); } catch {} } })(); await new Promise(() => 0);",
  ])("leaves nothing going on in the background: %s", async (loop) => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests++;
      setTimeout(() => response.end("text"), 5);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const kernel = await startKernel();
    const code = `const url = "http://127.0.0.1:${port}/"; ${loop}`;
    const id = kernel.client.send("execute_request", { code });
    await kernel.client.until(() => requests > 20, "twenty requests", 20_000);
    await kernel.client.ask("interrupt_request", {}, { channel: "control" });
    expect((await kernel.client.answer(id)).reply.ename).toBe("Interrupted");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = requests;
    const next = `const answer = await (await fetch(url)).text(); ${wait(300)} answer`;
    const { outputs } = await kernel.client.execute(next);
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "'text'" });
    expect(requests).toBe(before + 1);
    expect(contents(kernel.client.iopub, "error")).toHaveLength(1);
    await kernel.stop();
    server.close();
  });
});

describe("fetch", () => {
  it("does what Node's own does: aborts by a signal, fails, and takes a Request", async () => {
    const server = createServer((request, response) => response.end(request.method));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const kernel = await startKernel();
    const code = `const outcome = (made: Promise<Response>) => made.then((r) => r.text(), (e: Error) => e.name);
      const aborting = new AbortController();
      const aborted = outcome(fetch("${url}", { signal: aborting.signal }));
      aborting.abort();
      [await aborted, await outcome(fetch("${url}", { signal: AbortSignal.abort() })),
        await outcome(fetch("http://127.0.0.1:1/")), await outcome(fetch(new Request("${url}", { method: "PUT" }))),
        await outcome(fetch(new URL("${url}"), { method: "POST" })), fetch.name]`;
    const { outputs } = await kernel.client.execute(code, {}, { timeout: 20_000 });
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({
      "text/plain": "[ 'AbortError', 'AbortError', 'TypeError', 'PUT', 'POST', 'fetch' ]",
    });
    await kernel.stop();
    server.close();
  });
});

describe("an engine that dies", () => {
  let kernel: RunningKernel;
  beforeAll(async () => {
    kernel = await startKernel({ INITLAB_ENGINE_MEMORY: "80" });
  });
  afterAll(() => kernel.stop());

  it.each([
    ["process.exit(3)", "process.exit(3);", /process\.exit\(3\)/],
    ["process.abort", "process.abort();", /aborted/],
    ["SIGKILL", 'process.kill(process.pid, "SIGKILL"); for (;;) {}', /killed \(SIGKILL\)/],
    ["a segmentation fault", 'process.kill(process.pid, "SIGSEGV"); for (;;) {}', /segmentation fault/],
    [
      "no memory left",
      "const all: number[][] = []; for (;;) all.push(new Array(1000).fill(1));",
      /out of memory: its limit of \d+ MB/,
    ],
    [
      "an exit while the cell waits",
      `setTimeout(() => process.exit(0), 50); ${wait(5000)}`,
      /process\.exit\(0\)/,
    ],
  ])(
    "by %s is an error in that cell, and the next cell runs",
    async (_how, code, reason) => {
      await kernel.client.execute("const before = 1;");
      const { reply, outputs } = await kernel.client.execute(
        `console.log("last words");\n${code}`,
        {},
        { timeout: 30_000 },
      );
      expect(reply).toMatchObject({ status: "error", ename: "EngineLost" });
      expect(reply.evalue).toMatch(reason);
      expect(contents(outputs, "error")).toHaveLength(1);
      expect(text(outputs)).toBe("last words\n");
      expect(text(outputs, "stderr")).toBe("");
      const next = await kernel.client.execute("const before = 2; before", {}, { timeout: 20_000 });
      expect(contents(next.outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "2" });
    },
    60_000,
  );

  it("and leaves a process behind does not keep the cell waiting", async () => {
    const code = `import { spawn } from "node:child_process";
      spawn("sleep", ["8.5"], { detached: true, stdio: "inherit" }).unref();
      setTimeout(() => process.exit(1), 100); await new Promise(() => 0);`;
    const start = performance.now();
    expect((await kernel.client.execute(code, {}, { timeout: 20_000 })).reply.ename).toBe("EngineLost");
    expect(performance.now() - start).toBeLessThan(7000);
  }, 30_000);

  it("between cells is told in the last cell", async () => {
    const { outputs } = await kernel.client.execute("setTimeout(() => process.exit(7), 100);");
    const id = outputs[0]?.parentHeader.msg_id;
    const told = (): string =>
      text(
        kernel.client.iopub.filter(({ parentHeader }) => parentHeader.msg_id === id),
        "stderr",
      );
    await kernel.client.until(() => told() !== "", "the message");
    expect(told()).toMatch(/process\.exit\(7\).*variables are gone/);
    expect((await kernel.client.execute("1 + 1")).reply.status).toBe("ok");
  });
});
