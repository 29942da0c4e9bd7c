import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json, Message } from "../../../src/kernel/protocol/Message.ts";
import { type Client, contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

/** Sends a cell that may ask. */
const start = (code: string, client: Client = kernel.client): string =>
  client.send("execute_request", { code, allow_stdin: true });

const question = (id: string, number = 0, client: Client = kernel.client): Promise<Message> =>
  client.until(
    () => client.questions.filter(({ parentHeader }) => parentHeader.msg_id === id)[number],
    `question ${number}`,
  );

const reply = (value: string, asked?: Message, client: Client = kernel.client): string =>
  client.send(
    "input_reply",
    { status: "ok", value },
    { channel: "stdin", ...(asked === undefined ? {} : { parent: asked.header }) },
  );

const shown = (outputs: readonly Message[]): Json | undefined =>
  contents(outputs, "execute_result")[0]?.data as Json | undefined;

const isSent = (id: string, part: string) => () =>
  kernel.client.iopub.some(
    (one) => one.parentHeader.msg_id === id && String(one.content.text).includes(part),
  );

describe("input", () => {
  it("asks the client that ran the cell, after what the cell has printed, and gives its answer", async () => {
    const id = start(
      'console.log("before");\nconst name: string = await input("Name? ");\nname.toUpperCase()',
    );
    const asked = await question(id);
    expect(asked.header.msg_type).toBe("input_request");
    expect(asked.content).toEqual({ prompt: "Name? ", password: false });
    await kernel.client.until(isSent(id, "before"), "what was printed");
    reply("Ada", asked);
    const answer = await kernel.client.answer(id);
    expect(answer.reply.status).toBe("ok");
    expect(shown(answer.outputs)).toEqual({ "text/plain": "'ADA'" });
  });

  it("hides a password, and asks without a prompt", async () => {
    const id = start('[await input("Token: ", { password: true }), await input()]');
    const asked = await question(id);
    expect(asked.content).toEqual({ prompt: "Token: ", password: true });
    reply("s3cret", asked);
    const second = await question(id, 1);
    expect(second.content).toEqual({ prompt: "", password: false });
    reply("", second);
    expect(shown((await kernel.client.answer(id)).outputs)).toEqual({ "text/plain": "[ 's3cret', '' ]" });
  });

  it("asks two questions one after the other", async () => {
    const id = start('await Promise.all([input("first"), input("second")])');
    const first = await question(id);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(kernel.client.questions.filter(({ parentHeader }) => parentHeader.msg_id === id)).toHaveLength(1);
    expect(first.content.prompt).toBe("first");
    reply("1", first);
    const second = await question(id, 1);
    expect(second.content.prompt).toBe("second");
    // Some clients do not say which question they answer.
    reply("2");
    expect(shown((await kernel.client.answer(id)).outputs)).toEqual({ "text/plain": "[ '1', '2' ]" });
  });

  it("keeps a cell that does not wait running until the answer has been dealt with", async () => {
    const id = start('void input("later? ").then((value) => console.log("got " + value));');
    const asked = await question(id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(kernel.client.replies.some(({ parentHeader }) => parentHeader.msg_id === id)).toBe(false);
    reply("it", asked);
    expect(text((await kernel.client.answer(id)).outputs)).toBe("got it\n");
  });

  it("is an error with the cell's line where the client takes no questions", async () => {
    const { reply } = await kernel.client.execute('const one = 1;\nawait input("x");', {
      allow_stdin: false,
    });
    expect(reply).toMatchObject({ status: "error", ename: "StdinNotImplementedError" });
    expect(reply.evalue).toMatch(/allow_stdin is false/);
    expect((reply.traceback as string[]).join("\n")).toMatch(/line 2, column 7/);
    const unsaid = await kernel.client.execute("await input();");
    expect(unsaid.reply.ename).toBe("StdinNotImplementedError");
  });

  it("says what its arguments may be", async () => {
    const types = { metadata: { initlab: { types: "warn" } } };
    const { reply } = await kernel.client.execute("await input(5 as any);", { allow_stdin: true }, types);
    expect(reply).toMatchObject({
      ename: "TypeError",
      evalue: "input: expected the prompt to be text, got number",
    });
    const untyped = await kernel.client.execute("const wrong: number = await input();", {
      allow_stdin: true,
    });
    expect(untyped.reply.evalue).toContain("TS2322");
  });

  it("ends with an interrupt, keeps the variables, and takes no late answer for that of the next question", async () => {
    const id = start('const kept = 41;\nconst never = await input("wait");');
    const asked = await question(id);
    kernel.client.send("interrupt_request", {}, { channel: "control" });
    const { reply: content } = await kernel.client.answer(id);
    expect(content).toMatchObject({ status: "error", ename: "Interrupted" });
    const next = start('[kept + 1, await input("again")]');
    const again = await question(next);
    reply("late", asked);
    reply("right", again);
    expect(shown((await kernel.client.answer(next)).outputs)).toEqual({ "text/plain": "[ 42, 'right' ]" });
  });

  it("takes no answer from a client that was not asked, nor one that comes before the question", async () => {
    const other = kernel.connect();
    reply("too early");
    const id = start('await input("mine")');
    const asked = await question(id);
    reply("not yours", asked, other);
    other.send("input_reply", { value: "nor this" }, { channel: "stdin" });
    await other.ask("kernel_info_request");
    await new Promise((resolve) => setTimeout(resolve, 100));
    reply("mine", asked);
    expect(shown((await kernel.client.answer(id)).outputs)).toEqual({ "text/plain": "'mine'" });
    expect(other.questions).toEqual([]);
  });

  it("fails when the client that ran the cell is gone", async () => {
    const leaving = kernel.connect();
    const id = start(
      'await new Promise((done: any) => setTimeout(done, 700)); await input("anybody?")',
      leaving,
    );
    await kernel.client.until(
      () => kernel.client.iopub.some((one) => one.parentHeader.msg_id === id),
      "the cell's start",
    );
    leaving.close();
    const error = await kernel.client.until(
      () =>
        contents(
          kernel.client.iopub.filter((one) => one.parentHeader.msg_id === id),
          "error",
        )[0],
      "the error",
    );
    expect(error.evalue).toMatch(/not connected any more/);
  });

  it("cannot be asked by a timer of a cell that has ended", async () => {
    const id = start(
      'setTimeout(() => void input("late").catch((e: Error) => console.log(e.message)), 100);',
    );
    await kernel.client.answer(id);
    await kernel.client.until(isSent(id, "only while a cell runs"), "the reason");
  });

  it("is a name like any other: a cell may take it", async () => {
    const { outputs } = await kernel.client.execute("const input = [1, 2]; input.length");
    expect(shown(outputs)).toEqual({ "text/plain": "2" });
    expect(shown((await kernel.client.execute("input")).outputs)).toEqual({ "text/plain": "[ 1, 2 ]" });
  });

  it("ends when the engine dies while it waits", async () => {
    const dying = await startKernel();
    const id = dying.client.send("execute_request", {
      code: 'setTimeout(() => process.exit(4), 300); void input("x");',
      allow_stdin: true,
    });
    const { reply: content } = await dying.client.answer(id, 20_000);
    expect(content).toMatchObject({ status: "error", ename: "EngineLost" });
    expect((await dying.client.execute("1 + 1")).reply.status).toBe("ok");
    await dying.stop();
  });
});
