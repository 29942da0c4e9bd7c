import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeEach(async () => {
  kernel = await startKernel();
});
afterEach(() => kernel.stop());

describe("a cell that takes a name of JavaScript or Node.js for itself", () => {
  it("does not disturb the kernel", async () => {
    const types = { metadata: { initlab: { types: "warn" } }, timeout: 20_000 };
    const names =
      `process Buffer performance setImmediate setTimeout clearTimeout URL JSON Map Set Error AggregateError
      Array Atomics Reflect Promise Symbol String Number Int32Array Uint8Array TypeError globalThis`.split(
        /\s+/,
      );
    for (const name of names) {
      const taken = await kernel.client.execute(`const ${name}: any = "mine"; ${name}`, {}, types);
      expect(contents(taken.outputs, "execute_result")[0]?.data, name).toEqual({ "text/plain": "'mine'" });
    }
    writeFileSync(join(kernel.folder, "mine.ts"), "export const answer: number = 42;");
    const code = 'import { answer } from "./mine"; console.log("printed"); [answer, { a: await 2 }]';
    const { outputs } = await kernel.client.execute(code, {}, types);
    expect(text(outputs)).toBe("printed\n");
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "[ 42, { a: 2 } ]" });
    const failed = await kernel.client.execute("(null as any).x", {}, types);
    expect(failed.reply).toMatchObject({
      ename: "TypeError",
      evalue: expect.stringContaining("reading 'x'"),
    });
    const rejected = await kernel.client.execute("void (async () => { null.x })();", {}, types);
    expect(contents(rejected.outputs, "error")).toHaveLength(1);
  }, 30_000);

  it("leaves the engine what it had when the cell throws before it gives the name a value", async () => {
    const { reply } = await kernel.client.execute(
      "const performance: any = (() => { throw new Error('too early'); })();",
      {},
      { timeout: 20_000 },
    );
    expect(reply).toMatchObject({ ename: "Error", evalue: "too early" });
    const { outputs } = await kernel.client.execute("typeof performance.now()", {}, { timeout: 20_000 });
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "'number'" });
  });

  it("imports and tells lines where a cell has patched Object and Math", async () => {
    const patched = "Object.fromEntries = () => ({}); Math.max = () => 0;";
    await kernel.client.execute(patched, {}, { timeout: 20_000 });
    const code =
      'import { join } from "node:path"; const { a }: any = { a: join("b", "c") };\n  throw new Error(a);';
    const { reply } = await kernel.client.execute(code, {}, { timeout: 20_000 });
    expect(reply).toMatchObject({ ename: "Error", evalue: "b/c" });
    expect((reply.traceback as string[]).join("\n")).toContain("line 2, column 9");
  }, 30_000);
});
