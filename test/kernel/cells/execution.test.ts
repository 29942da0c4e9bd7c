import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

const run = (code: string, content = {}, timeout = 20_000) =>
  kernel.client.execute(code, content, { timeout });
const value = async (code: string) => contents((await run(code)).outputs, "execute_result")[0]?.data;

describe("execute_request", () => {
  it("counts the cells that are stored in the history, and only those", async () => {
    const counts: unknown[] = [];
    for (const content of [{}, { silent: true }, { store_history: false }, {}]) {
      counts.push((await run("1;", content)).reply.execution_count);
    }
    const first = counts[0] as number;
    expect(counts).toEqual([first, first, first, first + 1]);
  });

  it("publishes the input with its count, and nothing of a silent cell but what it prints", async () => {
    const { outputs, reply } = await run("40 + 2");
    const input = contents(outputs, "execute_input");
    expect(input).toEqual([{ code: "40 + 2", execution_count: reply.execution_count }]);
    const silent = await run('console.log("heard"); 40 + 2', { silent: true });
    expect(silent.outputs.map(({ header }) => header.msg_type)).toEqual(["status", "stream", "status"]);
  });

  it("aborts the queued cells after one that fails, and skips nothing that is sent after the reply", async () => {
    const ids = ['throw new Error("stop")', "1", "2"].map((code) =>
      kernel.client.send("execute_request", { code }),
    );
    const replies = [];
    for (const id of ids) replies.push((await kernel.client.answer(id)).reply.status);
    expect(replies).toEqual(["error", "aborted", "aborted"]);
    expect((await run("3")).reply.status).toBe("ok");
  });

  it("goes on with the queued cells when stop_on_error is false", async () => {
    const fails = kernel.client.send("execute_request", {
      code: 'throw new Error("on")',
      stop_on_error: false,
    });
    const next = kernel.client.send("execute_request", { code: "1" });
    expect((await kernel.client.answer(fails)).reply.status).toBe("error");
    expect((await kernel.client.answer(next)).reply.status).toBe("ok");
  });

  it("runs hundreds of cells that are sent at once, in order", async () => {
    await run("let hundreds = 0;");
    const ids = Array.from({ length: 300 }, (_, number) =>
      kernel.client.send("execute_request", { code: `if (hundreds === ${number}) hundreds++;` }),
    );
    await kernel.client.answer(ids.at(-1) ?? "", 60_000);
    expect(await value("hundreds")).toEqual({ "text/plain": "300" });
    const idle = kernel.client.iopub.filter(({ content }) => content.execution_state === "idle");
    const heard = idle
      .map(({ parentHeader }) => parentHeader.msg_id)
      .filter((id) => ids.includes(String(id)));
    expect(heard).toEqual(ids);
  }, 90_000);

  it("evaluates user_expressions after the cell, each with its own error", async () => {
    const user_expressions = { double: "base * 2", broken: "missing.thing", unreadable: "1 +" };
    const { reply } = await run("const base = 21;", { user_expressions });
    expect(reply.user_expressions).toMatchObject({
      double: { status: "ok", data: { "text/plain": "42" } },
      broken: { status: "error", ename: "ReferenceError" },
      unreadable: { status: "error", ename: "SyntaxError" },
    });
  });
});

describe("the value of a cell", () => {
  it.each([
    ["1 + 1", "2"],
    ["'text'", "'text'"],
    ["null", "null"],
    ["({ a: [1, 2], f() {} })", "{ a: [ 1, 2 ], f: [Function: f] }"],
    ["new Map([[1, { b: true }]])", "Map(1) { 1 => { b: true } }"],
    ["await Promise.resolve(7)", "7"],
    ["Promise.resolve(7)", "Promise { 7 }"],
  ])("of %s is shown as Node.js shows it, without colours", async (code, shown) => {
    expect(await value(code)).toEqual({ "text/plain": shown });
  });

  it.each(["undefined", "const nothing = 1;", "if (true) { 5 }", "5;;\nlet last = 6"])(
    "is not shown when there is none: %s",
    async (code) => {
      expect(await value(code)).toBeUndefined();
    },
  );

  it("is shown as the value itself wants it, with text for those who can show nothing else", async () => {
    const code = `({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<b>5</b>", "application/json": { a: 5 } }) })`;
    const data = (await value(code)) as Record<string, unknown>;
    expect(data).toMatchObject({ "text/html": "<b>5</b>", "application/json": { a: 5 } });
    expect(data["text/plain"]).toContain("Jupyter.display");
  });

  it("is an error when it cannot be shown", async () => {
    const { reply } = await run(`({ [Symbol.for("Jupyter.display")]() { throw new RangeError("not me") } })`);
    expect(reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "not me" });
  });
});

describe("streams", () => {
  it("carry 100,000 lines complete and in order, in few messages", async () => {
    const start = performance.now();
    const { outputs } = await run("for (let i = 0; i < 100_000; i++) console.log(i);");
    const seconds = (performance.now() - start) / 1000;
    const lines = text(outputs).split("\n");
    expect(lines).toHaveLength(100_001);
    expect(lines.findIndex((line, index) => line !== String(index) && index < 100_000)).toBe(-1);
    expect(contents(outputs, "stream").length).toBeLessThan(seconds * 110 + 10);
    expect(seconds).toBeLessThan(10);
  }, 30_000);

  it("carry 50 MB", async () => {
    const { outputs } = await run(
      "for (let i = 0; i < 50; i++) process.stdout.write(String(i % 10).repeat(2 ** 20));",
    );
    const whole = text(outputs);
    expect(whole).toHaveLength(50 * 2 ** 20);
    for (let i = 0; i < 50; i++) expect(whole[i * 2 ** 20]).toBe(String(i % 10));
  }, 30_000);

  it("are live while a loop runs that never lets go", async () => {
    const id = kernel.client.send("execute_request", {
      code: 'console.log("begun"); for (const end = Date.now() + 1500; Date.now() < end; ) {} console.log("done");',
    });
    const start = performance.now();
    const isOf = (text: string) => () =>
      kernel.client.iopub.find(
        (one) => one.parentHeader.msg_id === id && String(one.content.text).includes(text),
      );
    await kernel.client.until(isOf("begun"), "the first line");
    expect(performance.now() - start).toBeLessThan(1200);
    expect(isOf("done")()).toBeUndefined();
    await kernel.client.answer(id);
    expect(isOf("done")()).toBeDefined();
  });

  it("keep the order of stdout, stderr and displays", async () => {
    const { outputs } = await run(`
      console.log("1"); console.error("2"); console.log("3");
      globalThis[Symbol.for("init_utils.display")]({ "text/plain": "4" });
      void process.stdout.write("5");`);
    const seen = outputs.map(
      ({ content }) => content.text ?? (content.data as { "text/plain"?: string })?.["text/plain"],
    );
    expect(seen.filter(Boolean).join("")).toBe("1\n2\n3\n45");
  });

  it("carry text that is cut in the middle of a character whole", async () => {
    const { outputs } = await run('process.stdout.write("a" + "🙂".repeat(600_000));');
    expect(text(outputs)).toBe(`a${"🙂".repeat(600_000)}`);
  });

  it("carry what processes write that a cell starts", async () => {
    const { outputs } = await run(
      'import { execSync } from "node:child_process"; execSync("echo from the child", { stdio: "inherit" }); await new Promise((done: any) => setTimeout(done, 200));',
    );
    expect(text(outputs)).toBe("from the child\n");
  });

  it("take endless output without growing, and the cell can be stopped", async () => {
    const id = kernel.client.send("execute_request", {
      code: 'for (;;) process.stdout.write("endless ".repeat(1000));',
    });
    await sleep(2000);
    const megabytes = kernel.processes().map((pid) => memoryOf(pid) / 2 ** 20);
    kernel.client.send("interrupt_request", {}, { channel: "control" });
    expect((await kernel.client.answer(id)).reply.ename).toBe("Interrupted");
    expect(Math.max(...megabytes)).toBeLessThan(600);
    // What the client kept is of no use to other tests.
    kernel.client.iopub.length = 0;
  }, 40_000);

  it("carry later output to the cell that caused it", async () => {
    const slow = `
      const later = (text: string) => new Promise<void>((done: any) => setTimeout(() => { console.log(text); done(); }, 300));
      void later("timer").then(() => Promise.resolve()).then(() => console.log("promise"));
      void (async () => { await later("awaited"); await null; console.log("after await"); })();`;
    const first = await run(slow);
    expect(text(first.outputs)).toBe("");
    const id = first.outputs[0]?.parentHeader.msg_id;
    const second = await run("await new Promise((done: any) => setTimeout(done, 600)); 'second'");
    expect(text(second.outputs)).toBe("");
    const all = text(kernel.client.iopub.filter(({ parentHeader }) => parentHeader.msg_id === id));
    expect(all.split("\n").sort()).toEqual(["", "after await", "awaited", "promise", "timer"]);
  });
});

function memoryOf(pid: string): number {
  const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1];
  return Number(pages) * 4096;
}
