import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contents } from "../support/Client.ts";
import { type RunningKernel, removeTemporaryFolders, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(async () => {
  await kernel.stop();
  removeTemporaryFolders();
});

/** The value of a cell as text, or what it complains of. */
async function value(code: string): Promise<unknown> {
  const { reply, outputs } = await kernel.client.execute(code, {}, { timeout: 20_000 });
  if (reply.status !== "ok") return `${reply.ename}: ${reply.evalue}`;
  const [result] = contents(outputs, "execute_result");
  return (result?.data as Record<string, unknown> | undefined)?.["text/plain"];
}

let seconds = 1_000_000_000;

/** Writes a file beside the notebook, with a time that no other version has. */
function write(name: string, text: string): void {
  const path = join(kernel.folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, ++seconds, seconds);
}

describe("a file beside the notebook is read again when it was changed", () => {
  const module = (number: number): string => `export const n = ${number};`;
  it.each([
    ["an ES module", "a.mjs", module, 'import { n } from "./a.mjs"; n'],
    [
      "a module of the package that the notebook is in",
      "package/a.js",
      module,
      'import { n } from "./package/a"; n',
    ],
    ["a CommonJS module", "a.cjs", (n: number) => `exports.n = ${n};`, 'import { n } from "./a.cjs"; n'],
    ["JSON", "a.json", (n: number) => `{ "n": ${n} }`, 'import a from "./a.json"; a.n'],
    ["JSON by require", "b.json", (n: number) => `{ "n": ${n} }`, 'import "./b.json"; require("./b.json").n'],
    ["TypeScript", "a.ts", module, 'import { n } from "./a"; n'],
    ["what is imported while a cell runs", "c.mjs", module, '(await import("./c.mjs")).n'],
  ])("%s", async (_, name, text, code) => {
    if (name === "package/a.js") write("package/package.json", '{ "type": "module" }');
    write(name, text(1));
    expect(await value(code)).toMatch(/\b1\b/);
    expect(await value(code)).toMatch(/\b1\b/);
    write(name, text(2));
    expect(await value(code)).toMatch(/\b2\b/);
    write(name, text(3));
    expect(await value(code)).toMatch(/\b3\b/);
  });

  it("with the files that import it by require", async () => {
    write("inner.cjs", "exports.n = 1;");
    write("outer.cjs", 'exports.n = 10 * require("./inner.cjs").n;');
    write("top.ts", 'import { n } from "./outer.cjs"; export const m = n + 1;');
    const code = 'import { n } from "./outer.cjs"; import { m } from "./top"; [n, m].join()';
    expect(await value(code)).toBe("'10,11'");
    write("inner.cjs", "exports.n = 2;");
    expect(await value(code)).toBe("'20,21'");
  });

  it("and otherwise stays the same module with its state", async () => {
    write("state.mjs", "export const state = { count: 0 };");
    const code = 'import { state } from "./state.mjs"; ++state.count';
    expect(await value(code)).toBe("1");
    expect(await value(code)).toBe("2");
    write("other.mjs", "export default 1;");
    expect(await value('import one from "./other.mjs"; one')).toBe("1");
    expect(await value(code)).toBe("3");
  });

  it("and what is wrong with it is said", async () => {
    write("broken.json", "{ n: 1 }");
    expect(await value('import a from "./broken.json"')).toMatch(/^SyntaxError: .*broken\.json.*JSON/s);
    write("broken.json", '{ "n": 1 }');
    expect(await value('import a from "./broken.json"; a.n')).toBe("1");
  });
});

describe("tslab", () => {
  const fromTslab = createRequire(createRequire(import.meta.url).resolve("tslab"));
  const compiler = fromTslab.resolve("@tslab/typescript-for-tslab");
  const converter = fromTslab.resolve("./converter");

  it("shows what it is asked to without loading its own compiler, and names its version", async () => {
    const code = `import { display, versions } from "tslab"; display.text("shown"); versions.typescript`;
    const { outputs } = await kernel.client.execute(code, {}, { timeout: 20_000 });
    expect(contents(outputs, "display_data")).toMatchObject([{ data: { "text/plain": "shown" } }]);
    expect(contents(outputs, "execute_result")).toMatchObject([{ data: { "text/plain": "'5.0.4'" } }]);
    const isLoaded = `require.cache[require.resolve("${compiler}")]?.constructor.name === "Module"`;
    expect(await value(isLoaded)).toBe("false");
  });

  it("loads its compiler for whoever asks for it after all", async () => {
    await value('import { display } from "tslab"');
    const code = `require("${converter}").isCompleteCode("if (true) {").completed`;
    expect(await value(code)).toBe("false");
  });
});
