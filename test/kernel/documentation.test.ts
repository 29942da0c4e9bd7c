import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declarations } from "../../src/kernel/additions/declarations.ts";
import { type RunningKernel, startKernel } from "./support/startKernel.ts";

const page = readFileSync(fileURLToPath(new URL("../../docs/kernel.md", import.meta.url)), "utf8");
const onPage = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
const inDeclarations = [...declarations.matchAll(/\* @example\n((?: \* .*\n)+?)(?: \* @| \*\/)/g)].map(
  ([, code = ""]) => code.replaceAll(/^ \* /gm, ""),
);

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

describe("what the kernel adds", () => {
  it.each([...onPage, ...inDeclarations])("is documented by cells that run: %s", async (code) => {
    const { client } = kernel;
    const id = client.send("execute_request", { code, allow_stdin: true });
    let answered = 0;
    const isDone = (): boolean => {
      for (const { header } of client.questions.slice(answered)) {
        client.send("input_reply", { value: "text" }, { channel: "stdin", parent: header });
        answered++;
      }
      return client.replies.some(({ parentHeader }) => parentHeader.msg_id === id);
    };
    answered = client.questions.length;
    await client.until(isDone, "the reply", 20_000);
    expect((await client.answer(id)).reply).toMatchObject({ status: "ok" });
  });

  it("has an example for each name", () => {
    expect(onPage.length).toBeGreaterThanOrEqual(3);
    for (const name of ["input", "display", "clear_output", "comm"]) {
      expect(inDeclarations.join("\n")).toContain(name);
    }
  });
});
