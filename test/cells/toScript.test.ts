import { describe, expect, test } from "vitest";
import { CellError, toScript } from "../../src/cells/index.ts";
import { compiler } from "./support/compiler.js";
import { root } from "./support/nodeHost.js";
import { runCells } from "./support/runCells.js";

const globals = new Set(["performance", "process", "fetch", "Map"]);
const script = (cell: string) => toScript(compiler, cell, { globals });
const text = (cell: string) =>
  script(cell)
    .parts.map((part) => part.text.slice(-part.columnOffset))
    .join("\n--\n");
const values = async (...cells: string[]) =>
  (await runCells(cells)).map(({ value, error }) => error ?? value);
const problems = (cell: string) => {
  try {
    script(cell);
  } catch (error) {
    if (error instanceof CellError) return error.diagnostics;
    throw error;
  }
  return [];
};

describe("toScript: cells that do not wait", () => {
  test("toScript replaces types and declaring words in place", () => {
    expect(text("const a: number = 1;\nlet [b] = x as T[];\nexport class A<T> { b!: T }")).toBe(
      "var   a         = 1;\nvar [b] = x       ;\n       A=class    { b     };",
    );
    expect(script("const a = 1;").parts).toHaveLength(1);
    expect(script("const a = 1;").positions).toBeUndefined();
  });

  test("toScript gives a cell the value of a final expression statement, and of nothing else", () => {
    expect(["1", "1;;", "1\n// end", "export default 1"].map((cell) => script(cell).hasValue)).toEqual(
      Array(4).fill(true),
    );
    const none = ["", "1; const a = 2", "1; function f() {}", "1; if (true) 2", "1\ninterface A {}", "// 1"];
    expect(none.map((cell) => script(cell).hasValue)).toEqual(none.map(() => false));
  });

  test("toScript lists the names that are there at run time, with their kinds", () => {
    const cell = `import d, { a as b, type T } from "m"; import * as ns from "n"; import type { U } from "u";
      const [c, { e }] = x; let f; var g; if (f) { var h } function i() { var no } class J {} enum K {} namespace L { 1 }
      interface M {} type N = 1; declare const o: number; { let no2 }`;
    expect(script(cell).names.map(({ name, kind }) => `${kind} ${name}`)).toEqual(
      [
        "import d",
        "import b",
        "import ns",
        "const c",
        "const e",
        "let f",
        "var g",
        "var h",
        "function i",
        "class J",
      ].concat(["enum K", "namespace L"]),
    );
  });

  test("toScript lets any kind of declaration replace any other", async () => {
    const kinds = [
      "const x = 1",
      "let x = 2",
      "var x = 3",
      "function x() {}",
      "class x {}",
      "enum x { a }",
      "const { x } = { x: 4 }",
    ];
    const cells = kinds.flatMap((first) => kinds.flatMap((second) => [first, second, "typeof x"]));
    const types = ["number", "number", "number", "function", "function", "object", "number"];
    const found = await values(...cells);
    expect(found.filter((_, index) => index % 3 === 2)).toEqual(
      kinds.flatMap(() => types.map((type) => `'${type}'`)),
    );
  });

  test("toScript starts `let x;` and enums anew when their cell runs again", async () => {
    expect(await values("let x: number; x = (x ?? 0) + 1; x", "let x: number; x = (x ?? 0) + 1; x")).toEqual([
      "1",
      "1",
    ]);
    expect(await values("enum E { A }", "enum E { B }\nObject.keys(E)")).toEqual([
      "undefined",
      "[ '0', 'B' ]",
    ]);
  });

  test("toScript keeps what an earlier cell declared when a cell throws before it declares it anew", async () => {
    expect(await values("const x = 1", "null.x; const x = 2", "x")).toEqual([
      "undefined",
      expect.stringContaining("TypeError"),
      "1",
    ]);
  });

  test("toScript treats what stands after `export` as if the word were not there", async () => {
    expect(
      await values(
        "export const a = 1; export function f() { return a } export { a }; export default class G {}",
        "[a, f(), G.name]",
        "export default { a: 2 }",
        "export default function () { return 3 }",
        "export default function h() { return 4 }",
        "h()",
        "const b = 1\nexport default a as number\n",
        "await null\nexport default [a]",
      ),
    ).toEqual(["undefined", "[ 1, 1, 'G' ]", "{ a: 2 }", "undefined", "undefined", "4", "1", "[ 1 ]"]);
  });
});

describe("toScript: cells that wait", () => {
  test("toScript wraps only cells that wait themselves", () => {
    const waits = [
      "await x",
      "for await (const a of b) {}",
      "class A extends (await b) {}",
      "{ await 1 }",
      "const a = [await 1]",
    ];
    expect(waits.map((cell) => script(cell).isAsync)).toEqual(waits.map(() => true));
    const not = [
      "async () => await x",
      "async function f() { await x }",
      "class A { async b() { await x } }",
      "'await'",
      "// await",
    ];
    expect(not.map((cell) => script(cell).isAsync)).toEqual(not.map(() => false));
  });

  test("toScript keeps a promise that is the value of a cell that waits", async () => {
    expect(await values("await null; Promise.resolve(3)", "await Promise.resolve(3)")).toEqual([
      "Promise { 3 }",
      "3",
    ]);
  });

  test("toScript lets functions of a cell that waits be called by and replaced by later cells", async () => {
    expect(
      await values(
        "const k = await 1; function f() { return g() + k } function g() { return 1 }",
        "f()",
        "function g() { return 10 }",
        "f()",
      ),
    ).toEqual(["undefined", "2", "undefined", "11"]);
  });

  test("toScript starts a line with a pattern without joining it to the line before", async () => {
    const cell =
      "await null\nconst { a, b }: any = { a: 1, b: 2 } as any\nconst [c] = [3]\nif (a) var { d } = { d: 4 }\nelse var e = 5\nfor (var { f } of [{ f: 6 }]) {}\nfor (var g = 0, h; g < 2; g++) {}";
    expect(await values(cell, "[a, b, c, d, e, f, g, h]")).toEqual([
      "undefined",
      "[ 1, 2, 3, 4, undefined, 6, 2, undefined ]",
    ]);
  });
});

describe("toScript: names that the engine needs", () => {
  test("toScript keeps the engine's own names intact behind the student's", async () => {
    expect(
      await values(
        "const performance = 'mine'; function fetch(x: number) { return x } class URL { mine = 1 }; import process from 'node:process'",
        "[performance, fetch(2), new URL().mine, typeof process.pid]",
        "[typeof globalThis.performance.now, globalThis.fetch === fetch, globalThis.URL === URL, globalThis.process === process]",
        "const performance = 'again'; function fetch() { return 3 }",
        "[performance, fetch()]",
        "await null; const performance = 4; function fetch() { return 5 }; if (true) { var crypto = 6 }",
        "[performance, fetch(), crypto, typeof globalThis.crypto, typeof globalThis.performance]",
      ),
    ).toEqual([
      "undefined",
      "[ 'mine', 2, 1, 'number' ]",
      "[ 'function', false, false, true ]",
      "undefined",
      "[ 'again', 3 ]",
      "undefined",
      "[ 4, 5, 6, 'object', 'object' ]",
    ]);
  });
});

test("toScript leaves the engine a name whose cell throws before it gives it a value", async () => {
  const cells = [
    "null.x; const performance = 1; function setTimeout() {}",
    "typeof performance.now",
    "const globalThis = 5; globalThis",
  ];
  expect(await values(...cells)).toEqual([expect.stringContaining("TypeError"), "'function'", "5"]);
});

describe("toScript: imports", () => {
  test("toScript tells what a cell imports, and where", () => {
    const { imports } =
      script(`import a from "x";\n  import "y"; import type { T } from "t"; import { type U } from "u";
import json from "./d.json" with { type: "json" };\nexport * from "z";`);
    expect(imports).toEqual([
      { specifier: "x", line: 1, column: 1 },
      { specifier: "y", line: 2, column: 3 },
      { specifier: "./d.json", attributes: { type: "json" }, line: 3, column: 1 },
      { specifier: "z", line: 4, column: 1 },
    ]);
  });

  test("toScript brings in defaults, namespaces, names and aliases, before anything else runs", async () => {
    expect(
      await values(
        `const joined = join("a", "b");
         import path, { join, sep as separator } from "node:path";
         import * as fs from "node:fs"; import "node:os";
         import { default as path2 } from "node:path";
         [joined, separator, path === path2, typeof fs.readFileSync]`,
        "join('c', 'd')",
        "const { join: again } = await import('node:path'); again === join",
        "function join() { return 'mine' }",
        "join()",
      ),
    ).toEqual(["[ 'a/b', '/', true, 'function' ]", "'c/d'", "true", "undefined", "'mine'"]);
  });

  test("toScript lets a cell redefine an import for the functions that call it", async () => {
    expect(
      await values(
        'import { relu } from "init_utils"; const f = () => relu; function g() { return relu(1) }',
        "function relu(x: number): number { return x * 100 }",
        "[g(), f() === relu]",
      ),
    ).toEqual(["undefined", "undefined", "[ 100, true ]"]);
  });

  test("toScript runs with modules of the project, linked into node_modules", async () => {
    expect(await values('import { tf, str } from "init_utils"; str(tf.zeros([1, 2]))')).toEqual([
      "'[[0. 0.]]'",
    ]);
    expect(root).toContain("/");
  });
});

describe("toScript: syntax that does something", () => {
  test("toScript transpiles enums, namespaces, parameter properties, decorators and assertions in angle brackets", async () => {
    expect(
      await values(
        "enum Color { Red, Green = 'g' }\n[Color.Red, Color.Green]",
        "namespace N { export const a = 1; export namespace M { export const b = 2 } }\n[N.a, N.M.b]",
        "class P { constructor(private x: number, readonly y = 2) {} sum() { return this.x + this.y } }\nnew P(1).sum()",
        "const log: string[] = []; function dec(...a: any[]) { log.push(typeof a[0]) }\n@dec class D { @dec m() {} }\nlog",
        "const one = <number>(<any>1); one",
        "import A = N.M; A.b",
        "class Acc { accessor x = 3 }\nnew Acc().x",
        "const enum Small { A = 5 }\nSmall.A",
        "await null\nenum Late { A = 7 }\nfunction late() { return Late.A }\nlate()",
      ),
    ).toEqual(["[ 0, 'g' ]", "[ 1, 2 ]", "3", "[ 'object', 'function' ]", "1", "2", "3", "5", "7"]);
  });

  test("toScript keeps values apart from type assertions that would regroup them", async () => {
    expect(
      await values(
        "const r = (1 + 2 as number) * 3; r",
        "let u: any; u ?? 1 as number && 2",
        "const f = <T,>(x: T) => x; f<string>('a')",
      ),
    ).toEqual(["9", "2", "'a'"]);
  });
});

describe("toScript: what is not a cell", () => {
  test.each([
    ["const = 5", 1, 7],
    ["function f() {\n  if (x) {\n}", 3, 2],
    ["let a = 'x", 1, 11],
  ])("toScript reports the syntax error of %j instead of running something else", (cell, line, column) => {
    expect(problems(cell)[0]).toMatchObject({ line, column, code: expect.any(Number) });
    expect(problems(cell)[0]?.code).toBeGreaterThan(0);
  });

  test.each([
    ["const a = <div>text</div>", "JSX", 1, 11],
    ["const a = 1\n%timeit f()", "%timeit is a magic command", 2, 1],
    ["%%javascript\nalert(1)", "%%javascript is a magic command", 1, 1],
    ["!pip install numpy", "!pip looks like a shell command", 1, 1],
    ["const here = import.meta.url", "import.meta", 1, 14],
    ["const a = 1\nreturn a", "return stands outside", 2, 1],
    ["using a = b", "using would dispose", 1, 1],
    ['import fs = require("fs")', 'import fs from "…"', 1, 1],
    ["export = 5", "export = is not for cells", 1, 1],
    ["const undefined = 1", "undefined has a meaning of its own", 1, 7],
    ["function __load() {}", "__load has a meaning of its own", 1, 10],
  ])("toScript names what is foreign in %j", (cell, message, line, column) => {
    expect(problems(cell)).toEqual([expect.objectContaining({ line, column, code: 0 })]);
    expect(problems(cell)[0]?.message).toContain(message);
  });

  test("toScript reads a line that only looks like a magic", async () => {
    expect(await values("const a = 7, b = 4\nconst c = a\n% b\nc", "`\n%magic\n!ls`.length")).toEqual([
      "3",
      "11",
    ]);
  });

  test("toScript says of text that nests too deeply that it does", () => {
    expect(problems(`${"(".repeat(50_000)}1${")".repeat(50_000)}`)[0]?.message).toContain("nests too deeply");
  });
});
