import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contents, text } from "./support/Client.ts";
import { type RunningKernel, startKernel } from "./support/startKernel.ts";

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

describe("imports", () => {
  it("show displays of tslab, and update them", async () => {
    const { outputs } = await run(`import { display, newDisplay } from "tslab";
      display.html("<i>x</i>");
      const changing = newDisplay(); changing.text("a"); changing.text("b");`);
    expect(contents(outputs, "display_data")).toMatchObject([
      { data: { "text/html": "<i>x</i>" } },
      { data: { "text/plain": "a" }, transient: { display_id: expect.any(String) } },
    ]);
    expect(contents(outputs, "update_display_data")).toMatchObject([{ data: { "text/plain": "b" } }]);
  });

  it("bring the kernel's own packages where none are installed, and say so once", async () => {
    const first = await run('import { str, tf } from "init_utils"; tf.tensor([[1, 2], [3, 4.5]])');
    expect(text(first.outputs)).toBe(
      "init_utils is not installed for this notebook; the kernel's own copy is used.\n",
    );
    expect(contents(first.outputs, "execute_result")[0]?.data).toEqual({
      "text/plain": "[[1.  2. ]\n [3.  4.5]]",
    });
    const again = await run(
      'import { relu } from "init_utils"; import * as tfjs from "@tensorflow/tfjs"; tfjs.tensor === tf.tensor',
    );
    expect(text(again.outputs)).toBe("");
    expect(contents(again.outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "true" });
  });

  it("find packages beside the notebook, also those that are ES modules only", async () => {
    const folder = join(kernel.folder, "node_modules", "only-esm");
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "package.json"),
      '{"name":"only-esm","type":"module","exports":{"import":"./a.js"}}',
    );
    writeFileSync(
      join(folder, "a.js"),
      "export const answer = await Promise.resolve(42); export default 43;",
    );
    writeFileSync(
      join(folder, "a.d.ts"),
      "export const answer: number; declare const d: number; export default d;",
    );
    expect(await value('import d, { answer } from "only-esm"; [d, answer]')).toEqual({
      "text/plain": "[ 43, 42 ]",
    });
    expect(await value('(await import("only-esm")).answer')).toEqual({ "text/plain": "42" });
  });

  it("read .ts files beside the notebook, and read them again when they were changed", async () => {
    writeFileSync(join(kernel.folder, "base.ts"), "export enum Size { small = 3 }");
    const helper = join(kernel.folder, "helper.ts");
    writeFileSync(helper, 'import { Size } from "./base";\nexport const size: number = Size.small;');
    for (const specifier of ["./helper", "./helper.ts", "./helper.js"]) {
      expect(await value(`import { size } from "${specifier}"; size`)).toEqual({ "text/plain": "3" });
    }
    await sleep(20);
    writeFileSync(helper, "export const size: number = 4;");
    expect(await value('import { size } from "./helper"; size')).toEqual({ "text/plain": "4" });
    expect(readFileSync(helper, "utf8")).toContain("4");
  });

  it("read JSON files, with and without an attribute", async () => {
    writeFileSync(join(kernel.folder, "data.json"), '{"answer":42}');
    const code = `import a from "./data.json"; import b from "./data.json" with { type: "json" };
      [a.answer, b.answer, (await import("./data.json")).default.answer]`;
    expect(await value(code)).toEqual({ "text/plain": "[ 42, 42, 42 ]" });
  });

  it("say which package is missing, and where the cell asks for it", async () => {
    const { reply } = await run('const before = 1;\nimport x from "not-installed";', {}, 20_000);
    expect(reply.status).toBe("error");
    expect((reply.traceback as string[]).join("\n")).toMatch(/not-installed/);
    expect((reply.traceback as string[]).join("\n")).toMatch(/line 2/);
  });
});

function memoryOf(pid: string): number {
  const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1];
  return Number(pages) * 4096;
}

describe("a cell that takes a name of JavaScript or Node.js for itself", () => {
  it("does not disturb the kernel", async () => {
    const other = await startKernel();
    const types = { metadata: { initlab: { types: "warn" } }, timeout: 20_000 };
    const names =
      `process Buffer performance setImmediate setTimeout clearTimeout URL JSON Map Set Error AggregateError
      Array Atomics Reflect Promise Symbol String Number Int32Array Uint8Array TypeError globalThis`.split(
        /\s+/,
      );
    for (const name of names) {
      const taken = await other.client.execute(`const ${name}: any = "mine"; ${name}`, {}, types);
      expect(contents(taken.outputs, "execute_result")[0]?.data, name).toEqual({ "text/plain": "'mine'" });
    }
    writeFileSync(join(other.folder, "mine.ts"), "export const answer: number = 42;");
    const code = 'import { answer } from "./mine"; console.log("printed"); [answer, { a: await 2 }]';
    const { outputs } = await other.client.execute(code, {}, types);
    expect(text(outputs)).toBe("printed\n");
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "[ 42, { a: 2 } ]" });
    const failed = await other.client.execute("(null as any).x", {}, types);
    expect(failed.reply).toMatchObject({
      ename: "TypeError",
      evalue: expect.stringContaining("reading 'x'"),
    });
    const rejected = await other.client.execute("void (async () => { null.x })();", {}, types);
    expect(contents(rejected.outputs, "error")).toHaveLength(1);
    await other.stop();
  }, 30_000);

  it("leaves the engine what it had when the cell throws before it gives the name a value", async () => {
    const { reply } = await run(
      "const performance: any = (() => { throw new Error('too early'); })();",
      {},
      20_000,
    );
    expect(reply).toMatchObject({ ename: "Error", evalue: "too early" });
    expect(await value("typeof performance.now()")).toEqual({ "text/plain": "'number'" });
  });

  it("imports and tells lines where a cell has patched Object and Math", async () => {
    const other = await startKernel();
    const patched = "Object.fromEntries = () => ({}); Math.max = () => 0;";
    await other.client.execute(patched, {}, { timeout: 20_000 });
    const code =
      'import { join } from "node:path"; const { a }: any = { a: join("b", "c") };\n  throw new Error(a);';
    const { reply } = await other.client.execute(code, {}, { timeout: 20_000 });
    expect(reply).toMatchObject({ ename: "Error", evalue: "b/c" });
    expect((reply.traceback as string[]).join("\n")).toContain("line 2, column 9");
    await other.stop();
  }, 30_000);
});
