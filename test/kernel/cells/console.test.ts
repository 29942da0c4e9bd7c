import { execFileSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

const warn = { metadata: { initlab: { types: "warn" } }, timeout: 20_000 };
const print = async (code: string): Promise<string> => {
  const { outputs, reply } = await kernel.client.execute(code, {}, warn);
  expect(reply.evalue).toBeUndefined();
  return text(outputs);
};

/** What Node.js itself prints for the same code. */
const node = (code: string, env: NodeJS.ProcessEnv = {}): string =>
  execFileSync(process.execPath, ["-e", code], { encoding: "utf8", env: { ...process.env, ...env } });

/** One statement each; none of them prints a time or a stack. */
const statements = [
  'console.log("text", 1, -0, 2n, true, null, undefined, Symbol("s"))',
  'console.log("%s is %d years and %i, %f %j %o %O %%", "Ada", 36.5, 36.5, 0.25, { a: 1 }, [1], { b: { c: {} } }, "rest")',
  'console.log("100%", { a: 1 }); console.log(5, "%d", 6); console.log(Symbol("%d"), 5); console.log()',
  "console.log({ a: 1, b: 'two', c: [1, 2, { d: { e: { f: 1 } } }], g() {}, h: Symbol('i'), j: null, k: undefined })",
  "console.log([[1, 2], [3, 4]], new Map([['a', { b: 1 }]]), new Set([1, 'x']), new Date(0), /re/g, () => 0, class A {})",
  "console.log(Object.create(null), [,1], [1,,3], Float64Array.of(1, 2.5), new ArrayBuffer(4), Buffer.from('ab'))",
  "const circle = { name: 'c' }; circle.self = circle; console.log(circle, [circle])",
  "console.log({ a: { b: { c: { d: 1 } } } }, [[[[1]]]])",
  "console.info('info'); console.debug('debug', { a: 1 }); console.dirxml({ a: [1] }, 'x')",
  "console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]); console.table([[1, 2], [3, 4]], ['1']); console.table(5)",
  "console.table(new Map([['k', 1]])); console.table({ r: { c: [1, 2] } })",
  "console.group('outer'); console.log('in\\n\\nlines\\n'); console.group(); console.log({ a: 1 }); console.groupEnd(); console.table([[1]]); console.groupEnd(); console.groupEnd(); console.log('out')",
  "console.groupCollapsed('c'); console.log('d'); console.groupEnd()",
  "console.count(); console.count('x'); console.count(); console.countReset(); console.count()",
  "console.dir({ a: { b: { c: { d: {} } } } }, { depth: 0 }); console.dir([1, 'a']); console.dir('text')",
  "console.log(new Array(1e6).fill(7)); console.log(Array.from({ length: 120 }, (_, i) => 'item ' + i))",
  "console.log({ text: 'x'.repeat(20000) }, ['y'.repeat(15000)])",
  "let deep = {}; for (let i = 0; i < 1000; i++) deep = { deep }; console.log(deep)",
  "console.log({ get value() { throw new Error('not called'); }, [Symbol.toStringTag]: 'Tagged' })",
  "console.log(new Proxy({ a: 1 }, {}), new WeakMap(), Promise.resolve(4), function named() {})",
  "console.assert(true, 'never'); console.log(Object.keys(console).includes('table'))",
];

describe("console", () => {
  it.each(statements)("prints the text that Node.js prints: %s", async (code) => {
    expect(stripVTControlCharacters(await print(`{ ${code} }`))).toBe(node(code));
  });

  it.each(statements.slice(3, 9))("has the colours of Node.js for objects: %s", async (code) => {
    expect(await print(`{ ${code} }`)).toBe(node(code, { FORCE_COLOR: "1" }));
  });

  it("has no colours for what is printed by itself, nor in a cell's value", async () => {
    expect(await print("console.log('cost:', 0.5, true)")).toBe("cost: 0.5 true\n");
    const { outputs } = await kernel.client.execute("[1, 'a', { b: true }]");
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "[ 1, 'a', { b: true } ]" });
  });

  it("writes warnings, errors, failed assertions and traces to stderr", async () => {
    const code = 'console.warn("w", [1]); console.error("e"); console.assert(1 > 2, "%d is less", 1);';
    const { outputs } = await kernel.client.execute(code);
    expect(stripVTControlCharacters(text(outputs, "stderr"))).toBe(
      "w [ 1 ]\ne\nAssertion failed: 1 is less\n",
    );
    expect(text(outputs)).toBe("");
  });

  it("traces the cell's own lines, not the kernel's", async () => {
    const { outputs, reply } = await kernel.client.execute(
      'function deep() {\n  console.trace("here %d", 1);\n}\ndeep();',
    );
    const cell = `Cell [${String(reply.execution_count)}]`;
    expect(text(outputs, "stderr")).toBe(`Trace: here 1\n    at deep (${cell}:2:11)\n    at ${cell}:4:1\n`);
    const logged = await print('console.log(new Error("mine"))');
    expect(logged).toContain("Error: mine\n    at Cell [");
    expect(logged).not.toMatch(/dist\/kernel|node:vm/);
  });

  it("measures times across cells", async () => {
    await print('console.time("t");');
    expect(await print('console.timeLog("t", { a: 1 }); console.timeEnd("t");')).toMatch(
      /^t: [\d.:]+\s?\w+ \{ a: .*1.* \}\nt: [\d.:]+\s?\w+ ?.*\n$/,
    );
  });

  it("does not indent later cells when one throws inside of a group", async () => {
    await kernel.client.execute('console.group("g"); throw new Error("x");');
    expect(await print('console.log("left")')).toBe("left\n");
  });

  it("writes to whatever takes the place of process.stdout.write", async () => {
    const code = `const write = process.stdout.write; let caught = "";
      process.stdout.write = ((part: string) => { caught += part; return true; }) as any;
      console.log("caught"); process.stdout.write = write; process.stdout.write(caught.toUpperCase());`;
    expect(await print(code)).toBe("CAUGHT\n");
  });

  it("prints a string of 10 MB whole", async () => {
    expect(await print('console.log("0123456789".repeat(2 ** 20))')).toHaveLength(10 * 2 ** 20 + 1);
  });

  it.each([
    ["console.log(big)", 0],
    ["console.log({ nested: { big } })", 4],
    ["console.dir([big])", 4],
  ])("cuts an object of 100,000 properties and says how many more there are: %s", async (code, indent) => {
    await print("const big = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => ['key' + i, i]));");
    const shown = stripVTControlCharacters(await print(code));
    expect(shown).toContain("key99: 99,\n");
    expect(shown).toMatch(/\n *\.\.\. 99900 more properties\n/);
    expect(shown.length).toBeLessThan(5000);
    expect(shown.match(/\n( *)key0/)?.[1]?.length ?? 0).toBeGreaterThanOrEqual(indent);
    expect(
      await print("Object.getOwnPropertySymbols(Object.prototype).length === 0 && console.log('clean')"),
    ).toBe("clean\n");
  });

  it("cuts such an object as a cell's value, too", async () => {
    const { outputs } = await kernel.client.execute("big");
    const data = contents(outputs, "execute_result")[0]?.data as Record<string, string>;
    expect(data["text/plain"]).toContain("... 99900 more properties");
  });

  it("prints tensors as NumPy does, by themselves, among others and within objects, large ones cut", async () => {
    const code = `import { tf } from "init_utils";
      const W = tf.tensor([[1, 2], [3, 4.5]]);`;
    await kernel.client.execute(code, {}, warn);
    const rows = "[[1.  2. ]\n [3.  4.5]]";
    expect(await print("console.log(W)")).toBe(`${rows}\n`);
    expect(await print("console.log('W', W, tf.scalar(2))")).toBe(`W ${rows} 2.0\n`);
    expect(stripVTControlCharacters(await print("console.log({ W, b: tf.tensor([0, 1]) })"))).toBe(
      "{\n  W: \n  [[1.  2. ]\n   [3.  4.5]],\n  b: [0. 1.]\n}\n",
    );
    const large = await print("console.log(tf.zeros([1000, 1000]))");
    expect(large.split("\n")).toHaveLength(8);
    expect(large).toContain("[0. 0. 0. ... 0. 0. 0.]");
  });
});
