import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../../src/kernel/protocol/Message.ts";
import { type Client, contents } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

const run = async (code: string): Promise<readonly Message[]> => {
  const { reply, outputs } = await kernel.client.execute(code);
  expect(reply.evalue).toBeUndefined();
  return outputs;
};

/** One in which no cell has taken a name. */
const fresh = async (): Promise<{ readonly client: Client; readonly stop: () => Promise<void> }> => {
  const other = await startKernel();
  return { client: other.client, stop: () => other.stop() };
};

describe("display", () => {
  it("shows values as a cell's value is shown, and nothing of itself", async () => {
    const outputs = await run('display([1, "a"]); display(undefined); display("text")');
    expect(contents(outputs, "display_data").map(({ data }) => data)).toEqual([
      { "text/plain": "[ 1, 'a' ]" },
      { "text/plain": "undefined" },
      { "text/plain": "'text'" },
    ]);
    expect(contents(outputs, "execute_result")).toEqual([]);
  });

  it("shows an object of MIME types as it stands, with metadata", async () => {
    const [shown] = contents(
      await run(
        'display({ "text/html": "<b>x</b>", "application/json": { a: 1 } }, { metadata: { width: 5 } });',
      ),
      "display_data",
    );
    expect(shown).toMatchObject({
      data: { "text/html": "<b>x</b>", "application/json": { a: 1 } },
      metadata: { width: 5 },
    });
    const [plain] = contents(await run('display({ "and/or": 1 });'), "display_data");
    expect(plain?.data).toEqual({ "text/plain": "{ 'and/or': 1 }" });
  });

  it("shows what a value itself wants, at once or when it is there", async () => {
    const outputs =
      await run(`const own = (html: unknown) => ({ [Symbol.for("Jupyter.display")]: () => html });
      display(own({ "text/html": "<i>now</i>", "text/plain": "now" }));
      display(own(Promise.resolve({ "text/html": "<i>soon</i>", "text/plain": "soon" })));`);
    expect(contents(outputs, "display_data").map(({ data }) => data)).toEqual([
      { "text/html": "<i>now</i>", "text/plain": "now" },
      { "text/html": "<i>soon</i>", "text/plain": "soon" },
    ]);
  });

  it("updates an output by its handle, and by its name from another cell", async () => {
    const first = await run(
      'const progress = display("epoch 0", { display_id: "p" }); progress.update("epoch 1");',
    );
    const transient = { display_id: "p" };
    expect(contents(first, "display_data")).toEqual([
      { data: { "text/plain": "'epoch 0'" }, metadata: {}, transient },
    ]);
    expect(contents(first, "update_display_data")).toEqual([
      { data: { "text/plain": "'epoch 1'" }, metadata: {}, transient },
    ]);
    const later = await run('display("epoch 2", { display_id: "p", update: true }); progress.display_id');
    expect(contents(later, "display_data")).toEqual([]);
    expect(contents(later, "update_display_data")).toMatchObject([
      { data: { "text/plain": "'epoch 2'" }, transient },
    ]);
    expect(contents(later, "execute_result")[0]?.data).toEqual({ "text/plain": "'p'" });
  });

  it("gives every output a name of its own otherwise", async () => {
    const outputs = await run("display(1); display(2);");
    const names = contents(outputs, "display_data").map(
      ({ transient }) => (transient as { display_id: string }).display_id,
    );
    expect(new Set(names).size).toBe(2);
  });

  it("gives way to tslab's display where a cell imports that", async () => {
    const outputs = await run('import { display } from "tslab";\ndisplay.html("<i>x</i>");');
    expect(contents(outputs, "display_data")[0]?.data).toEqual({ "text/html": "<i>x</i>" });
  });
});

describe("clear_output", () => {
  it("is published between what was printed before and after it", async () => {
    const outputs = await run(
      'console.log("a"); clear_output({ wait: true }); console.log("b"); clear_output();',
    );
    const seen = outputs
      .filter(({ header }) => ["stream", "clear_output"].includes(header.msg_type))
      .map(({ content }) => content.text ?? content.wait);
    expect(seen).toEqual(["a\n", true, "b\n", false]);
  });
});

describe("the kernel's own names", () => {
  it("are typed, offered and explained", async () => {
    const { client, stop } = await fresh();
    const { reply: wrong } = await client.execute('display(1, { displayid: "x" });');
    expect(wrong.evalue).toContain("TS2561");
    for (const [code, name, word] of [
      ["clear_o", "clear_output", "Removes the outputs"],
      ["displ", "display", "keys are all MIME types"],
      ["inpu", "input", "Asks whoever runs the notebook"],
      ["com", "comm", "Channels to the page"],
    ] as const) {
      const { reply } = await client.ask("complete_request", { code, cursor_pos: code.length });
      expect(reply.matches).toContain(name);
      const shown = await client.ask("inspect_request", { code: `${name};`, cursor_pos: 2, detail_level: 0 });
      expect(JSON.stringify(shown.reply.data)).toContain(word);
    }
    await stop();
  });
});

describe("debug_request", () => {
  it("is answered as unsupported, and kernel_info says that there is no debugger", async () => {
    const { reply } = await kernel.client.ask(
      "debug_request",
      { type: "request", seq: 7, command: "debugInfo", arguments: {} },
      { channel: "control" },
    );
    expect(reply).toMatchObject({
      type: "response",
      request_seq: 7,
      command: "debugInfo",
      success: false,
      message: "this kernel has no debugger",
    });
    expect((await kernel.client.ask("kernel_info_request")).reply.debugger).toBe(false);
  });
});
