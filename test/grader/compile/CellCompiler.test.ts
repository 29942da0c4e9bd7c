import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// Built: it starts a process of its own.
import { CellCompiler } from "../../../dist/grader/compile/index.js";

let compiler: CellCompiler;
beforeAll(() => {
  compiler = new CellCompiler({ globals: ["console"] });
});
afterAll(() => compiler.end());

const message = async (cell: string, earlier: string[] = []) => {
  const checked = await compiler.check(cell, earlier);
  return checked.kind === "problems" ? checked.problems.map((problem) => problem.message) : checked.reason;
};

describe("CellCompiler", { timeout: 120_000 }, () => {
  test("toScript gives the script that src/cells makes", async () => {
    const compiled = await compiler.toScript("const a: number = 1;");
    expect(compiled).toMatchObject({
      kind: "script",
      script: { parts: [{ text: "var   a         = 1;" }], names: [{ name: "a", kind: "const" }] },
    });
  });

  test("toScript tells syntax errors with their place, as data", async () => {
    expect(await compiler.toScript("const a = 1;\nf(;")).toMatchObject({
      kind: "problems",
      problems: [{ line: 2, column: 3 }],
    });
  });

  test("toScript refuses a cell of more than 64 KB", async () => {
    expect(await compiler.toScript(`"${"x".repeat(2 ** 16)}"`)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("64 KB"),
    });
  });

  test("toScript tells the time that a cell took, also where it remembers it", async () => {
    // The parser tries each of the brackets twice, and for each of these all that are in it.
    const slow = "async(a,".repeat(16) + ")".repeat(16);
    const first = await compiler.toScript(slow);
    expect(first).toMatchObject({ kind: "script", seconds: expect.any(Number) });
    const { seconds } = first as { seconds: number };
    expect(seconds).toBeGreaterThan(0.05);
    expect(await compiler.toScript(slow)).toMatchObject({ seconds });
  });

  test("toScript goes on after text that brings parsers down", async () => {
    const texts = [
      "(".repeat(60_000),
      "a=>".repeat(20_000),
      "`${".repeat(20_000),
      "<A>".repeat(20_000),
      "\u0000",
      "\ud800",
    ];
    for (const text of texts) {
      const { kind } = await compiler.toScript(text);
      expect(["problems", "refused", "script"]).toContain(kind);
    }
    expect(await compiler.toScript("let after = 1")).toMatchObject({ kind: "script" });
  });

  test("check sees the names of earlier cells, and no other notebook's", async () => {
    expect(await message("a.length;", ['const a = "text";'])).toEqual([]);
    expect(await message("a.length;", ["const a = 1;"])).toEqual([
      "Property 'length' does not exist on type '1'.",
    ]);
    expect(await message("a;")).toEqual(["Cannot find name 'a'."]);
  });

  test("check keeps of a cell's problems what somebody reads", async () => {
    const name = "   x".repeat(10_000);
    const lines = Array.from({ length: 100 }, (_, index) => `const a${index}: A = {};`);
    const messages = await message(`interface A { "${name}": 1 }\n${lines.join("\n")}`);
    expect(messages).toHaveLength(50);
    expect(messages[0]).toMatch(/^Property '" {3}x/);
    expect(Math.max(...[...messages].map(({ length }) => length))).toBe(2000);
  });

  test("check knows the packages of the notebook", async () => {
    const imports = 'import { tf } from "init_utils";';
    expect(await message('tf.zeros("a");', [imports])).toEqual([
      expect.stringContaining("No overload matches"),
    ]);
    expect(await message("tf.zeros([1]).shape;", [imports])).toEqual([]);
  });

  test("check reads no file outside of packages", async () => {
    for (const path of [
      "../src/grader/Verdict",
      "../src/grader/Verdict.js",
      "/etc/passwd",
      "../package.json",
    ]) {
      expect(await message(`import * as a from "${path}"; a;`)).toEqual([
        expect.stringContaining(`Cannot find module '${path}'`),
      ]);
    }
    expect(await message('/// <reference path="../src/grader/Verdict.ts" />\nlet v: Verdict;')).toContain(
      "Cannot find name 'Verdict'.",
    );
  });

  test("check gives up on types that never end, and goes on", async () => {
    const slow =
      "type T<A extends 0[], B extends 0[]> = B['length'] extends 900 ? A : A['length'] extends 900 ? T<[], [...B, 0]> : T<[...A, 0], B>;\nlet t: T<[], []> = 1;";
    expect(await message(slow)).not.toEqual([]);
    expect(await message("1;")).toEqual([]);
  });

  test("end leaves no process behind", async () => {
    const own = new CellCompiler({ globals: [] });
    await own.toScript("1");
    const children = () => childrenOf(process.pid);
    const before = children();
    own.end();
    for (let tries = 0; children() >= before && tries < 50; tries++) await sleep(100);
    expect(children()).toBe(before - 1);
    expect(await own.toScript("2")).toMatchObject({ kind: "refused" });
  });
});

function childrenOf(pid: number): number {
  const rows = execFileSync("ps", ["-eo", "ppid=,args="], { encoding: "utf8" }).split("\n");
  return rows.filter((row) => row.trim().startsWith(`${pid} `) && row.includes("compile/child.js")).length;
}
