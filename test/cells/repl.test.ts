import { describe, expect, test } from "vitest";
import { toScript } from "../../src/cells/index.ts";
import { compiler } from "./support/compiler.js";
import { runCells, runInRepl } from "./support/runCells.js";

// JavaScript only, since that is all that V8's console reads. Where it differs on purpose, scripts.test.ts says why.
const sequences: Record<string, string[]> = {
  "the value is that of the last expression": [
    "1 + 1",
    "'a';\n;",
    "const a = 3; a * 2",
    "({ x: 1 })",
    "[1, 2]",
  ],
  "variables live on": ["const a = 1; let b = 2; var c = 3", "[a, b, c]", "b++; c += b", "[a, b, c]"],
  "constants and variables are declared anew": [
    "const a = 1; let b = 1",
    "const a = 2; let b = 2; [a, b]",
    "let b; b",
  ],
  "patterns declare": [
    "const { a, b: [c, ...d], ...e } = { a: 1, b: [2, 3, 4], f: 5 }",
    "[a, c, d, e]",
    "let [x = 7, , y] = [undefined, 2, 3]; [x, y]",
  ],
  "functions are hoisted and declared anew": [
    "f(); function f() { return 1 }",
    "function f() { return 2 }",
    "f()",
    "function g() { return f() }",
    "function f() { return 3 }",
    "g()",
  ],
  "functions call what is defined later": [
    "function f() { return later() }",
    "function later() { return 'now' }",
    "f()",
  ],
  "classes live on": [
    "class A { static n = 1; hello() { return 'A' } }",
    "class B extends A { hello() { return super.hello() + 'B' } }",
    "[new B().hello(), A.name, B.name, A.n]",
    "class C { static one = new C(); me() { return C } }",
    "[C.one.me() === C, C.one instanceof C]",
    "class D { static { this.x = D.name } }; D.x",
  ],
  "closures see their own variables": [
    "const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i)",
    "fs.map((f) => f())",
    "let n = 0; const up = () => ++n",
    "up(); up(); n",
  ],
  "var in blocks reaches the top level": ["if (true) { var a = 1 } for (var i = 0; i < 3; i++) {}", "[a, i]"],
  "let in blocks does not": ["{ let a = 1; const b = 2 }", "[typeof a, typeof b]"],
  "an error keeps what was declared before": ["const a = 1; throw new Error('no'); const b = 2", "a"],
  "a thrown thing need not be an error": ["throw 5", "1"],
  "await at the top level": [
    "const a = await Promise.resolve(4); a + 1",
    "a",
    "for await (const x of [Promise.resolve(1), 2]) { var last = x }",
    "last",
    "function f() { return a } \nawait null; f()",
    "f()",
    "await 1; class K { k = 1 }",
    "new K().k",
    "const [p, { q }] = [1, { q: await 2 }], r = 5\nlet s",
    "[p, q, r, s]",
  ],
  "a rejected await throws": ["const ok = 1; await Promise.reject(new TypeError('no'))", "ok"],
  "anonymous functions are named after their variable": [
    "const f = () => {}, g = class {}; [f.name, g.name]",
    "await null; const h = function () {}; h.name",
    "class Named {} ; Named.name",
  ],
  "labels, switches and exceptions": [
    "outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; var seen = [a, b] } }",
    "seen",
    "switch (1) { case 1: var s = 'one' } try { throw 1 } catch (e) { var caught = e } ",
    "[s, caught]",
    "await 0; switch (1) { case 1: var s2 = 'one' } try { throw 1 } catch (e) { var caught2 = e } do var d = 1; while (false)",
    "[s2, caught2, d]",
  ],
  "lines without semicolons stay apart": [
    "const a = [1, 2]\nconst [b, c] = a\nlet { length } = a\n;[b, c, length]",
    "await null\nconst d = a\nconst [e] = d\nconst { length: f } = d\nvar g = f\n;[e, f, g]",
  ],
  "getters, generators and async functions": [
    "function* g() { yield 1; yield 2 } async function h() { return await 3 }",
    "[...g()]",
    "await h()",
    "const o = { get x() { return 1 }, async *y() { yield await 2 } }; o.x",
    "(await o.y().next()).value",
  ],
};

describe("toScript runs cells as V8's console runs lines", () => {
  test.each(Object.entries(sequences))("%s", async (_, cells) => {
    const [ours, theirs] = await Promise.all([runCells(cells), runInRepl(cells)]);
    const shown = (list: typeof ours) =>
      list.map(({ value, error, output }, index) => ({
        // The console also shows the value of an expression that is not the last statement.
        value: toScript(compiler, cells[index]!, { globals: new Set() }).hasValue ? value : "",
        error,
        output,
      }));
    expect(shown(ours)).toEqual(shown(theirs));
  });
});
