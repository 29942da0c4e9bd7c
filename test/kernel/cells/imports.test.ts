import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

const run = (code: string) => kernel.client.execute(code, {}, { timeout: 20_000 });
const value = async (code: string) => contents((await run(code)).outputs, "execute_result")[0]?.data;

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

  it("read the types of @tensorflow/tfjs where its functions come from: those of init_utils", async () => {
    expect(
      await value(
        'import * as tfjs from "@tensorflow/tfjs"; const sum: tf.Tensor = tfjs.add(tf.scalar(0.1), 0.2); sum.arraySync()',
      ),
    ).toEqual({ "text/plain": "0.30000000000000004" });
    expect(
      await value(
        'import core, { type Scalar } from "@tensorflow/tfjs-core"; const one: Scalar = core.scalar(1); one.arraySync()',
      ),
    ).toEqual({ "text/plain": "1" });
    // TensorFlow.js has layers; here they would be missing when the cell runs.
    const { outputs } = await run("tfjs.layers");
    expect(contents(outputs, "error")[0]?.evalue).toContain("Property 'layers' does not exist");
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
    // As TypeScript has it, files may name each other as what they will become.
    writeFileSync(join(kernel.folder, "user.ts"), 'export { size } from "./helper.js";');
    expect(await value('import { size } from "./user.js"; size')).toEqual({ "text/plain": "3" });
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
    const { reply } = await run('const before = 1;\nimport x from "not-installed";');
    expect(reply.status).toBe("error");
    expect((reply.traceback as string[]).join("\n")).toMatch(/not-installed/);
    expect((reply.traceback as string[]).join("\n")).toMatch(/line 2/);
  });
});
