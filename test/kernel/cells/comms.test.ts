import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json, Message } from "../../../src/kernel/protocol/Message.ts";
import { contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
  const { reply } = await kernel.client.execute(`
    comm.registerTarget("echo", (channel, data, message) => {
      channel.send({ opened: data }, message.buffers, message.metadata);
      channel.onMessage((more, { buffers, metadata }) => {
        if (more.say) console.log(more.say);
        if (more.fail) throw new RangeError(more.fail);
        if (more.spin) { console.log("spinning"); for (;;) {} }
        if (more.never) { console.log("waiting"); return new Promise(() => 0); }
        channel.send({ echo: more }, buffers, metadata);
      });
      channel.onClose((last) => console.log("closed", last.why));
    });
    let count = 0;`);
  expect(reply.evalue).toBeUndefined();
});
afterAll(() => kernel.stop());

const of = (id: string): Message[] =>
  kernel.client.iopub.filter(({ parentHeader }) => parentHeader.msg_id === id);

/** Waits for a message's idle; gives everything that it caused. */
const handled = async (id: string): Promise<Message[]> => {
  await kernel.client.until(() => of(id).some(({ content }) => content.execution_state === "idle"), "idle");
  return of(id);
};
const say = (type: string, comm_id: string, content: Json = {}, more: object = {}): string =>
  kernel.client.send(type, { comm_id, data: {}, ...content }, more);
const open = async (target_name = "echo", content: Json = {}): Promise<string> => {
  const id = randomUUID();
  await handled(say("comm_open", id, { target_name, ...content }));
  return id;
};
const info = async (content: Json = {}): Promise<unknown> =>
  (await kernel.client.ask("comm_info_request", content)).reply.comms;

describe("a comm that a client opens", () => {
  it("is answered by its target, with metadata and binary data both ways", async () => {
    const id = randomUUID();
    const buffers = [Buffer.from([1, 2, 255]), Buffer.alloc(300_000, 7), Buffer.alloc(0)];
    const outputs = await handled(
      say("comm_open", id, { target_name: "echo", data: { a: [1] } }, { buffers, metadata: { m: "🙂" } }),
    );
    const [message] = outputs.filter(({ header }) => header.msg_type === "comm_msg");
    expect(message?.content).toEqual({ comm_id: id, data: { opened: { a: [1] } } });
    expect(message?.metadata).toEqual({ m: "🙂" });
    expect(message?.buffers?.map((buffer) => Buffer.from(buffer).equals(buffers.shift() as Buffer))).toEqual([
      true,
      true,
      true,
    ]);
    expect(outputs.map(({ content }) => content.execution_state).filter(Boolean)).toEqual(["busy", "idle"]);
    const more = await handled(say("comm_msg", id, { data: { b: 2 } }));
    expect(contents(more, "comm_msg")).toEqual([{ comm_id: id, data: { echo: { b: 2 } } }]);
    const last = await handled(say("comm_close", id, { data: { why: "enough" } }));
    expect(text(last)).toBe("closed enough\n");
  });

  it("is closed when there is no such target, or when the target fails", async () => {
    for (const [target_name, error] of [
      ["nothing", undefined],
      ["failing", "TypeError"],
    ] as const) {
      await kernel.client.execute('comm.registerTarget("failing", () => { (null as any).x; });');
      const id = randomUUID();
      const outputs = await handled(say("comm_open", id, { target_name }));
      expect(contents(outputs, "comm_close")).toEqual([{ comm_id: id, data: {} }]);
      expect(contents(outputs, "error")[0]?.ename).toBe(error);
      expect(await info()).not.toHaveProperty(id);
    }
  });

  it("finds a target that a cell sent just before defines", async () => {
    const cell = kernel.client.send("execute_request", {
      code: 'await null; comm.registerTarget("late", (channel) => channel.send({ here: true }));',
    });
    const id = randomUUID();
    const opened = say("comm_open", id, { target_name: "late" });
    const said = say("comm_msg", id, {});
    expect(contents(await handled(opened), "comm_msg")).toEqual([{ comm_id: id, data: { here: true } }]);
    await handled(said);
    expect((await kernel.client.answer(cell)).reply.status).toBe("ok");
  });

  it("has outputs and errors of its handlers attached to the message", async () => {
    const id = await open();
    const printed = await handled(say("comm_msg", id, { data: { say: "hello" } }));
    expect(text(printed)).toBe("hello\n");
    const failed = await handled(say("comm_msg", id, { data: { fail: "on purpose" } }));
    expect(contents(failed, "error")[0]).toMatchObject({ ename: "RangeError", evalue: "on purpose" });
    const answered = await handled(say("comm_msg", id, { data: { still: "there" } }));
    expect(contents(answered, "comm_msg")).toHaveLength(1);
  });

  it("is heard while a cell waits, also before cells that are queued, and after a cell that does not", async () => {
    const id = await open();
    const code =
      "const end = Date.now() + 2000; while (Date.now() < end && !heard) await new Promise((go: any) => setTimeout(go, 10)); heard";
    await kernel.client.execute(`let heard = false;
      comm.registerTarget("stop", (channel) => channel.onMessage(() => { heard = true; }));`);
    const stop = await open("stop");
    const cell = kernel.client.send("execute_request", { code });
    const queued = kernel.client.send("execute_request", { code: "heard" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    say("comm_msg", stop);
    for (const one of [cell, queued]) {
      const { outputs } = await kernel.client.answer(one);
      expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "true" });
    }
    const busy = kernel.client.send("execute_request", {
      code: 'for (const end = Date.now() + 500; Date.now() < end; ) {}\nconsole.log("done");',
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await handled(say("comm_msg", id, { data: { say: "after" } }));
    const { iopub } = kernel.client;
    const at = (part: string): number => iopub.findLastIndex(({ content }) => content.text === part);
    await kernel.client.answer(busy);
    expect(at("done\n")).toBeGreaterThan(-1);
    expect(at("after\n")).toBeGreaterThan(at("done\n"));
  });

  it.each(["spin", "never"])("survives an interrupt of its handler (%s)", async (how) => {
    const id = await open();
    const stuck = say("comm_msg", id, { data: { [how]: true } });
    await kernel.client.until(
      () => of(stuck).some(({ content }) => content.name === "stdout"),
      "the handler",
    );
    await kernel.client.ask("interrupt_request", {}, { channel: "control" });
    expect(contents(await handled(stuck), "error")[0]?.ename).toBe("Interrupted");
    const answered = await handled(say("comm_msg", id, { data: { still: "there" } }));
    expect(contents(answered, "comm_msg")).toHaveLength(1);
    expect((await kernel.client.execute("count")).reply.status).toBe("ok");
  });

  it("is dropped and logged where the message makes no sense", async () => {
    say("comm_msg", "unknown");
    kernel.client.send("comm_msg", {});
    kernel.client.send("comm_open", { target_name: 5 });
    say("comm_open", randomUUID(), { target_name: 5 });
    expect((await kernel.client.execute("1")).reply.status).toBe("ok");
    expect(kernel.stderr).toContain("the comm unknown is not open");
    expect(kernel.stderr).toContain("has no comm_id");
  });
});

describe("a comm that a cell opens", () => {
  it("says so to the clients under the cell's header, and hears what they answer", async () => {
    const { outputs } = await kernel.client.execute(`
      const line = comm.open("chart", { title: "cost" }, [Float64Array.of(0.5)], { version: "1" });
      line.onMessage((data) => console.log("clicked", data.x));
      line.onClose(() => console.log("gone", line.isClosed));`);
    const [opened] = outputs.filter(({ header }) => header.msg_type === "comm_open");
    expect(opened?.content).toMatchObject({ target_name: "chart", data: { title: "cost" } });
    expect(opened?.metadata).toEqual({ version: "1" });
    expect(Buffer.from(opened?.buffers?.[0] ?? []).readDoubleLE(0)).toBe(0.5);
    const id = String(opened?.content.comm_id);
    expect(await info({ target_name: "chart" })).toEqual({ [id]: { target_name: "chart" } });
    expect(await info({ target_name: "another" })).toEqual({});
    expect(await info()).toHaveProperty(id);
    expect(text(await handled(say("comm_msg", id, { data: { x: 3 } })))).toBe("clicked 3\n");
    const sent = await kernel.client.execute("line.send({ y: 4 });");
    expect(contents(sent.outputs, "comm_msg")).toEqual([{ comm_id: id, data: { y: 4 } }]);
    expect(text(await handled(say("comm_close", id)))).toBe("gone true\n");
    expect(await info()).not.toHaveProperty(id);
    const { reply } = await kernel.client.execute("line.send({});");
    expect(reply.evalue).toMatch(/comm\.send: this comm \(target chart\) is closed/);
  });

  it("is closed by close, once", async () => {
    const { outputs } = await kernel.client.execute(
      'const brief = comm.open("brief"); brief.close({ last: 1 }); brief.close();',
    );
    expect(contents(outputs, "comm_close")).toMatchObject([{ data: { last: 1 } }]);
  });

  it("says what cannot be sent", async () => {
    const types = { metadata: { initlab: { types: "warn" } } };
    for (const [code, message] of [
      ['comm.open("x", { big: 1n });', /cannot be sent as JSON/],
      ['comm.open("x", {}, ["text" as any]);', /expected buffers\[0\] to be an ArrayBuffer or a view/],
      ["comm.open(5 as any);", /expected the name of a target, got number/],
      ['comm.registerTarget("x", 5 as any);', /expected a function, got number/],
    ] as const) {
      const { reply, outputs } = await kernel.client.execute(code, {}, types);
      expect(reply.evalue).toMatch(message);
      expect(contents(outputs, "comm_open")).toEqual([]);
    }
  });

  it("is typed, and a cell may take its name", async () => {
    const wrong = await kernel.client.execute('comm.open("x").sned({});');
    expect(wrong.reply.evalue).toContain("TS2339");
    const { reply } = await kernel.client.ask("inspect_request", {
      code: "comm.registerTarget",
      cursor_pos: 12,
      detail_level: 0,
    });
    expect(JSON.stringify(reply.data)).toContain("A target of that name is replaced");
    const other = await startKernel();
    const { outputs } = await other.client.execute('const comm = "mine"; comm');
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "'mine'" });
    await other.stop();
  });

  it("is closed when the engine restarts", async () => {
    const other = await startKernel();
    const { outputs } = await other.client.execute('comm.open("doomed");');
    const id = contents(outputs, "comm_open")[0]?.comm_id;
    await other.client.execute("process.exit(1);", {}, { timeout: 20_000 });
    await other.client.until(
      () => contents(other.client.iopub, "comm_close").some(({ comm_id }) => comm_id === id),
      "comm_close",
    );
    expect((await other.client.ask("comm_info_request")).reply.comms).toEqual({});
    await other.stop();
  }, 40_000);
});
