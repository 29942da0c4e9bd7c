import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Session } from "../../src/cells/index.ts";
import { compiler } from "./support/compiler.js";
import { nodeHost, root } from "./support/nodeHost.js";

/** A folder with a module beside the notebook and a package that is an ES module only. */
const folder = mkdtempSync(join(tmpdir(), "cells-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "node_modules/only-esm"), { recursive: true });
writeFileSync(join(folder, "helper.ts"), "export const half = (x: number): number => x / 2;");
writeFileSync(
  join(folder, "node_modules/only-esm/package.json"),
  JSON.stringify({
    name: "only-esm",
    type: "module",
    exports: { ".": { import: { types: "./i.d.ts", default: "./i.js" } } },
  }),
);
writeFileSync(
  join(folder, "node_modules/only-esm/i.d.ts"),
  "export declare const seven: 7; export default function twice(x: string): string;",
);

/** One session for tests that bring their own names: reading the libraries is what takes the time. */
const session = new Session(compiler, nodeHost(folder));
const messages = (cell: string, at: Session = session) =>
  at.check(cell).map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
const commit = (...cells: string[]) => {
  for (const cell of cells) session.commit(cell);
};

describe("check", () => {
  test("check gives place, length, number and message of an error", () => {
    expect(session.check("const a = 1;\n  const b: string = a + '';\nconst c: number = b;")).toEqual([
      {
        start: 47,
        length: 1,
        line: 3,
        column: 7,
        code: 2322,
        message: "Type 'string' is not assignable to type 'number'.",
      },
    ]);
  });

  test("check shows several errors, and only syntax errors where there are some", () => {
    expect(messages("const a: number = 'x';\nnothing;")).toEqual([
      "1:7 2322 Type 'string' is not assignable to type 'number'.",
      "2:1 2304 Cannot find name 'nothing'.",
    ]);
    expect(messages("const a: number = 'x';\nif (a {")).toEqual([
      "2:7 1005 ')' expected.",
      "2:8 1005 '}' expected.",
    ]);
    expect(messages("%time f()")).toEqual([expect.stringMatching(/^1:1 0 %time is a magic/)]);
  });

  test.each([
    "const unused = 1; function f(unused: number) { return 1; const unreachable = 2 }",
    "const x = await Promise.resolve(1); for await (const y of [1]) {}",
    "function f(x, y?: string) { return y.length + x } const n: number = null;",
    "let a = null; a = 5; const o: Record<string, number> = {}; o.any = undefined;",
    "[3, 1].toSorted().findLast((x) => x > 1); Object.groupBy",
    "function dec(target: any, key: string) {} class A { @dec m() {} }",
    "console.log(setTimeout(() => {}, 1).unref(), structuredClone({ a: 1 }).a); queueMicrotask(() => {})",
    "await new Promise((resolve) => setTimeout(resolve, 50)); setImmediate((n) => n, 1)",
    "export const a = 1; export { a }; export default a; export function f() {}",
  ])("check is no stricter than tslab: %s", (cell) => {
    expect(messages(cell).filter((message) => !message.includes("groupBy"))).toEqual([]);
  });

  test("check knows the library of ECMAScript 2023 and nothing newer", () => {
    expect(messages("[1].toSorted()")).toEqual([]);
    expect(messages("Object.groupBy([1], String)")).toEqual([expect.stringContaining("groupBy")]);
  });

  test("check says of text that nests too deeply that it does", () => {
    expect(messages(`${"(".repeat(50_000)}1${")".repeat(50_000)}`)).toEqual([
      expect.stringContaining("nests too deeply"),
    ]);
  });

  test("check reports a declaration that comes twice in one cell", () => {
    expect(messages("const twice1 = 1; const twice1 = 2")).toEqual([
      expect.stringContaining("2451"),
      expect.stringContaining("2451"),
    ]);
  });
});

describe("names of earlier cells", () => {
  test("check sees names of earlier cells with their types", () => {
    commit(
      "const n = 1; let s = 'a'; function f<T>(x: T): T[] { return [x] } class A<T> { v!: T }",
      "interface P { x: number } type L = P[]; enum E { One }",
    );
    expect(
      messages(
        "const all: [number, string, number[], A<string>, P, L, E] = [n, s, f(1), new A<string>(), { x: 1 }, [], E.One]",
      ),
    ).toEqual([]);
    expect(messages("f(1).x")).toEqual(["1:6 2339 Property 'x' does not exist on type 'number[]'."]);
    expect(messages("const p: P = { y: 1 }")).toEqual([
      expect.stringContaining("'y' does not exist in type 'P'"),
    ]);
  });

  test("check lets variables be assigned to, and says what else a name is", () => {
    commit("let v = 1; var w = 'a'; const k = 1; function fn() {} class C {} enum En { A }");
    expect(messages("v = 2; v++; w = 'b'")).toEqual([]);
    expect(messages("v = 'x'")).toEqual([
      expect.stringContaining("Type 'string' is not assignable to type 'number'"),
    ]);
    expect(messages("k = 2")).toEqual(["1:1 2588 Cannot assign to 'k' because it is a constant."]);
    expect(messages("fn = null")).toEqual(["1:1 2630 Cannot assign to 'fn' because it is a function."]);
    expect(messages("C = null")).toEqual(["1:1 2629 Cannot assign to 'C' because it is a class."]);
    expect(messages("En = null")).toEqual(["1:1 2628 Cannot assign to 'En' because it is an enum."]);
  });

  const kinds = [
    "const r = 1",
    "let r = 'a'",
    "function r() { return 1 }",
    "class r { a = 1 }",
    "enum r { A }",
    "interface r { a: 1 }",
    "type r = 5",
    "namespace r { export const a = 1 }",
    "import r from 'only-esm'",
    "const { r } = { r: [1] }",
    "if (true) { var r = /x/ }",
  ];
  test.each(kinds)("check lets `%s` replace a name of any kind", (second) => {
    for (const first of kinds) {
      commit(first);
      expect(messages(second)).toEqual([]);
      commit(second);
      expect(messages(second.includes("interface") || second.includes("type ") ? "let x: r" : "r")).toEqual(
        [],
      );
    }
  });

  test("check keeps a variable when a later cell declares a type of the same name", () => {
    commit("const both = { a: 1 }", "type both = typeof both");
    expect(messages("const again: both = both; again.a.toFixed()")).toEqual([]);
  });

  test("check takes the newest meaning, with its type, and earlier cells keep theirs", () => {
    commit("const m = 1", "const old = () => m", "const m = 'text'");
    expect(messages("const a: string = m; const b: number = old()")).toEqual([]);
  });

  test("check sees what a cell that waits declares, and var in its blocks", () => {
    commit("const got = await Promise.resolve([1]); if (got) { var inner = 'x' }");
    expect(messages("const a: number[] = got; const b: string = inner")).toEqual([]);
  });

  test("check sees imports of earlier cells, as values, types and namespaces", () => {
    commit(
      'import { tf, type Tensor, relu as rectify } from "init_utils"; import * as all from "init_utils"',
    );
    const at = new Session(compiler, nodeHost());
    at.commit(
      'import { tf, type Tensor, relu as rectify } from "init_utils"; import * as all from "init_utils"',
    );
    expect(
      messages(
        "const t: tf.Tensor = rectify(tf.zeros([2])); const u: Tensor = all.relu(t); const n: number = t",
        at,
      ),
    ).toEqual([expect.stringMatching(/Type 'Tensor.*' is not assignable to type 'number'/)]);
  });

  test("commit forgets modules that no name leads to", () => {
    for (let i = 0; i < 50; i++) session.commit(`const again = ${i}; const other${i % 3} = again`);
    expect(messages("again.toFixed() + other0 + other1 + other2")).toEqual([]);
  });

  test("commit ignores a cell that is not TypeScript", () => {
    session.commit("const broken1 = ;");
    expect(messages("broken1")).toEqual(["1:1 2304 Cannot find name 'broken1'."]);
  });
});

describe("modules", () => {
  test("check finds .ts files beside the notebook, with and without their ending, and reads them again", () => {
    expect(
      messages('import { half } from "./helper"; import { half as h } from "./helper.ts"; half(1) + h(2)'),
    ).toEqual([]);
    writeFileSync(join(folder, "helper.ts"), "export const half = (x: string): string => x;");
    expect(messages('import { half } from "./helper"; half("a")')).toEqual([]);
  });

  test("check finds packages that are ES modules only, and exported names are checked", () => {
    expect(messages('import twice, { seven } from "only-esm"; twice("a").length + seven')).toEqual([]);
    expect(messages('import { eight } from "only-esm"')).toEqual([
      expect.stringContaining("no exported member"),
    ]);
  });

  test("check says which module it does not find, and finds it once it is there", () => {
    const cell = 'import { a } from "comes-later"; a';
    expect(messages(cell)).toEqual([expect.stringContaining("Cannot find module 'comes-later'")]);
    mkdirSync(join(folder, "node_modules/comes-later"));
    writeFileSync(join(folder, "node_modules/comes-later/index.d.ts"), "export const a: number;");
    expect(messages(cell)).toEqual([]);
  });

  test("check takes packages that are not installed from the folders that stand in", () => {
    const at = new Session(compiler, nodeHost(folder, { fallbackFolders: [root] }));
    expect(messages('import { relu } from "init_utils"; relu("x")', at)).toEqual([
      expect.stringContaining("'string' is not assignable"),
    ]);
    expect(messages('import { seven } from "only-esm"; seven', at)).toEqual([]);
  });

  test("check reads Node's types when a cell names what only they know, and not before", () => {
    const read: string[] = [];
    const host = nodeHost(folder);
    const at = new Session(compiler, {
      ...host,
      readFile: (path) => {
        if (path.includes("@types/node")) read.push(path);
        return host.readFile(path);
      },
    });
    expect(messages("const process2 = { exit() {} }; process2.exit(); console.log([].length)", at)).toEqual(
      [],
    );
    expect(read).toEqual([]);
    expect(messages("process.exitCode = 1; const b: Buffer = Buffer.from('a'); fetch('x')", at)).toEqual([]);
    expect(read.length).toBeGreaterThan(10);
    expect(
      messages("import fs from 'fs'; import { join } from 'node:path'; fs.readFileSync(join(1))", at),
    ).toEqual([expect.stringContaining("'number' is not assignable to parameter of type 'string'")]);
    expect(messages("const t: NodeJS.Timeout = setTimeout(() => {}, 1)", at)).toEqual([]);
  });

  test("check lives without Node's types", () => {
    const { nodeTypes: _, ...host } = nodeHost(folder);
    const at = new Session(compiler, host);
    expect(messages("console.log(1); process.pid", at)).toEqual([expect.stringContaining("'process'")]);
  });
});

describe("declare global", () => {
  const globals = new Session(compiler, nodeHost(folder));
  const run = (cell: string) => {
    const found = messages(cell, globals);
    if (found.length === 0) globals.commit(cell);
    return found;
  };

  test("check knows what earlier cells declared for all", () => {
    expect(run("declare global { interface Array<T> { last(): T } var level: number }")).toEqual([]);
    expect(run("const unrelated = 1;")).toEqual([]);
    expect(run("const n: number = [1].last() + level;")).toEqual([]);
    expect(run("level.x")).toEqual([expect.stringContaining("'x' does not exist on type 'number'")]);
  });

  test("check lets cells add to what others declared, and declare it anew", () => {
    expect(run("declare global { interface Array<T> { second(): T } }")).toEqual([]);
    expect(run("[1].last() + [1].second()")).toEqual([]);
    expect(run("declare global { interface Array<T> { second(): string } }")).toEqual([]);
    expect(run("declare global { interface Array<T> { second(): string } }")).toEqual([]);
    expect(run("const text: string = [1].second(); const still: number = [1].last();")).toEqual([]);
  });

  test("a mark forgets them, too", () => {
    const goBack = globals.mark();
    expect(run("declare global { var fleeting: number }")).toEqual([]);
    expect(run("fleeting")).toEqual([]);
    goBack();
    expect(run("fleeting")).toEqual([expect.stringContaining("Cannot find name 'fleeting'")]);
    expect(run("level")).toEqual([]);
  });
});
