import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Signer } from "../../../src/kernel/protocol/Signer.ts";
import { encode } from "../../../src/kernel/protocol/wire.ts";
import { contents } from "../support/Client.ts";
import { type RunningKernel, removeTemporaryFolders, startKernel } from "../support/startKernel.ts";

const readPackage = (path: string): { version: string } =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8"));

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
