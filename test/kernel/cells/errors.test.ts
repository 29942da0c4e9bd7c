import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, contents, text } from "../support/Client.ts";
import { type RunningKernel, startKernel } from "../support/startKernel.ts";

let kernel: RunningKernel;
const notebook = (folder: string): string => join(folder, "lenient.ipynb");
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.stop());

const run = (code: string, metadata = {}) => kernel.client.execute(code, {}, { metadata, timeout: 20_000 });
const traceback = ({ reply }: Answer): string =>
  stripVTControlCharacters((reply.traceback as string[]).join("\n"));

describe("an error", () => {
  it("is in the reply and on iopub, with name, message and traceback", async () => {
    const { reply, outputs } = await run('throw new RangeError("too far")');
    expect(reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "too far" });
    const { ename, evalue, traceback } = reply;
    expect(contents(outputs, "error")).toEqual([{ ename, evalue, traceback }]);
  });

  it("shows the lines of each cell that it passed through, the failing ones marked", async () => {
    const first = await run(
      "interface Point { x: number }\nfunction read(p: any): number {\n  return p.x.y.z;\n}",
    );
    const second = await run("const point: Point = { x: 1 };\n\nread(point);");
    const [a, b] = [first, second].map(({ reply }) => reply.execution_count);
    expect(traceback(second)).toBe(
      `TypeError: Cannot read properties of undefined (reading 'z')
    at read (Cell [${a}], line 3, column 16)
    1 | interface Point { x: number }
    2 | function read(p: any): number {
--> 3 |   return p.x.y.z;
      |                ^
    4 | }
    at Cell [${b}], line 3, column 1
    1 | const point: Point = { x: 1 };
    2 |
--> 3 | read(point);
      | ^`,
    );
  });

  it.each([
    ["after an await", "const a = 1;\nawait null;\n  throw new Error('x');", 3, 9],
    [
      "in a function of a cell that waits",
      "await null;\nfunction f() {\n  throw new Error('x');\n}\nf();",
      3,
      9,
    ],
    [
      "after an enum, which is transpiled",
      "enum E { a, b }\n\nif (E.a === 0)\n  throw new Error('x');",
      4,
      9,
    ],
    ["on the first line", "import { join } from 'node:path'; throw new Error('x');", 1, 41],
  ])("has the cell's own line and column %s", async (_where, code, line, column) => {
    expect(traceback(await run(code))).toMatch(
      new RegExp(`Cell \\[\\d+\\], line ${line}, column ${column}\\)?\n`),
    );
  });

  it("shows no frame of the kernel or of Node.js", async () => {
    const shown = traceback(await run("JSON.parse('{'); await null;"));
    expect(shown).toMatch(/^SyntaxError: .*JSON/);
    expect(shown).not.toMatch(/node:|\/kernel\/|\.js/);
    // What the kernel adds to a cell with an await is its frame, too.
    expect(shown.match(/^ +at /gm)).toHaveLength(1);
  });

  it("has the lines of a .ts file beside the notebook", async () => {
    const file = join(kernel.folder, "faulty.ts");
    writeFileSync(
      file,
      "interface A {\n  b: 1;\n}\nenum E { x }\nexport function fail(a: A): never {\n  throw new Error(String(E.x));\n}",
    );
    const shown = traceback(await run('import { fail } from "./faulty";\n\nfail({ b: 1 });'));
    expect(shown).toMatch(/^Error: 0\n/);
    expect(shown).toContain(`at fail (${file}, line 6, column 9)`);
    expect(shown).toMatch(/Cell \[\d+\], line 3, column 1\n/);
  });

  it("shows its causes, the errors inside of it, and what it carries", async () => {
    const shown = traceback(
      await run(`const inner = Object.assign(new TypeError("inner"), { code: "E_INNER" });
throw new AggregateError([inner, "text"], "all failed", { cause: new Error("why", { cause: 5 }) });`),
    );
    expect(shown).toMatch(/^AggregateError: all failed\n/);
    expect(shown).toContain("Error 1 of 2: TypeError: inner\n");
    expect(shown).toContain("{ code: 'E_INNER' }");
    expect(shown).toContain("Error 2 of 2: Thrown, though it is no Error: text");
    expect(shown).toContain("Caused by: Error: why\n");
    expect(shown).toContain("Caused by: Thrown, though it is no Error: 5");
  });

  it("ends where causes go round in a circle", async () => {
    const shown = traceback(await run('const e = new Error("e"); e.cause = e; throw e;'));
    expect(shown).toContain("Caused by: … an error that was shown already");
  });

  it.each([
    ["'plain text'", "string", "plain text"],
    ["null", "null", "null"],
    ["undefined", "undefined", "undefined"],
    ["{ a: 1 }", "object", "{ a: 1 }"],
    [
      "{ get stack() { throw 1; }, __proto__: Error.prototype }",
      "Error",
      expect.stringContaining("cannot be shown"),
    ],
    [
      "new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })",
      "Error",
      expect.stringContaining("cannot be shown"),
    ],
  ])("may be anything: %s", async (thrown, ename, evalue) => {
    const { reply } = await run(`throw ${thrown};`);
    expect(reply).toMatchObject({ status: "error", ename, evalue });
  });

  it("keeps what the cell declared before it", async () => {
    await run('const early = 5; let late = 1; throw new Error("x"); late = 2;');
    const { outputs } = await run("[early, late]");
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "[ 5, 1 ]" });
  });
});

describe("an error of types", () => {
  it("keeps the cell from running, and shows every place with line, column, code and caret", async () => {
    const answer = await run('console.log("ran");\nconst n: number = "text";\nn.missing();');
    expect(answer.reply).toMatchObject({ status: "error", ename: "TypeScriptError" });
    expect(text(answer.outputs)).toBe("");
    const shown = traceback(answer);
    expect(shown).toContain("line 2, column 7 - TS2322: Type 'string' is not assignable to type 'number'.");
    expect(shown).toContain('--> 2 | const n: number = "text";\n      |       ^\n');
    expect(shown).toContain("line 3, column 3 - TS2339");
    expect(shown).toContain("--> 3 | n.missing();\n      |   ^^^^^^^");
    expect(shown).toContain("The cell did not run.");
  });

  it("is a SyntaxError where the text cannot be read", async () => {
    expect((await run("const = 5;")).reply).toMatchObject({ status: "error", ename: "SyntaxError" });
    expect((await run("<b>x</b>")).reply.evalue).toMatch(/JSX/);
  });

  it("is a warning where the request's metadata say so", async () => {
    const { reply, outputs } = await run('const w: number = "text"; w', { initlab: { types: "warn" } });
    expect(reply.status).toBe("ok");
    expect(stripVTControlCharacters(text(outputs, "stderr"))).toContain("line 1, column 7 - TS2322");
    expect(contents(outputs, "execute_result")[0]?.data).toEqual({ "text/plain": "'text'" });
  });

  it("is a warning where the notebook's metadata say so", async () => {
    const other = await startKernel({ JPY_SESSION_NAME: notebook(kernel.folder) });
    const code = 'const w: number = "text"; w';
    writeFileSync(notebook(kernel.folder), "{}");
    expect((await other.client.execute(code)).reply.status).toBe("error");
    writeFileSync(notebook(kernel.folder), '{"metadata":{"initlab":{"types":"warn"}},"cells":[]}');
    expect((await other.client.execute(code)).reply.status).toBe("ok");
    await other.stop();
  });
});

describe("an error that nobody waits for", () => {
  it("is shown in its cell: a rejection", async () => {
    const { reply, outputs } = await run('Promise.reject(new TypeError("nobody")); 1');
    expect(reply.status).toBe("ok");
    expect(contents(outputs, "error")).toMatchObject([{ ename: "TypeError", evalue: "nobody" }]);
  });

  it("is shown in its cell, also when another one runs by now: a timer, and a promise", async () => {
    const cause = await run(`setTimeout(() => { throw new RangeError("late"); }, 200);
      void (async () => { await new Promise((done: any) => setTimeout(done, 200)); throw new EvalError("later"); })();`);
    const id = cause.outputs[0]?.parentHeader.msg_id;
    expect(contents(cause.outputs, "error")).toEqual([]);
    const other = await run("await new Promise((done: any) => setTimeout(done, 500)); 'alive'");
    expect(other.reply.status).toBe("ok");
    expect(contents(other.outputs, "error")).toEqual([]);
    const errors = contents(
      kernel.client.iopub.filter(({ parentHeader }) => parentHeader.msg_id === id),
      "error",
    );
    expect(errors.map(({ ename, evalue }) => `${ename}: ${evalue}`).sort()).toEqual([
      "EvalError: later",
      "RangeError: late",
    ]);
  });
});
