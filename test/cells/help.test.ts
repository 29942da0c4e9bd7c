import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectionMarkdown, inspectionText, Session } from "../../src/cells/index.ts";
import { compiler } from "./support/compiler.js";
import { nodeHost, root } from "./support/nodeHost.js";

const session = new Session(compiler, nodeHost());
session.commit('import { tf, relu, random } from "init_utils"');
session.commit(
  "/** Doubles. */\nfunction twice(x: number): number { return 2 * x }\nlet counter = 0; class Box { size = 1 }",
);

/** The cursor is where the bar stands. */
const at = (marked: string) => [marked.replace("|", ""), marked.indexOf("|")] as const;
const complete = (marked: string) => session.complete(...at(marked));
const texts = (marked: string) => complete(marked).items.map(({ text }) => text);
const inspect = (marked: string) => session.inspect(...at(marked));

describe("complete", () => {
  test("complete knows members by their types, and replaces what is typed of them", () => {
    expect(complete("const a = tf.ze|ro")).toMatchObject({ start: 13, end: 15 });
    expect(texts("tf.ze|")).toEqual(["zeros", "zerosLike"]);
    expect(texts("'abc'.toUp|")).toEqual(["toUpperCase"]);
    expect(texts("const o = { one: 1, two: 2 }; o.|")).toEqual(["one", "two"]);
    expect(texts("new Box().|")).toEqual(["size"]);
  });

  test("complete knows names of earlier cells, of the cell itself and of the language, with their kinds", () => {
    expect(complete("twi|").items).toMatchObject([{ text: "twice", kind: "function" }]);
    expect(complete("rel|").items).toMatchObject([{ text: "relu", kind: "function" }]);
    expect(complete("coun|").items).toEqual([{ text: "counter", kind: "let" }]);
    expect(complete("Bo|").items[0]).toMatchObject({ text: "Box", kind: "class" });
    expect(texts("const mine = 1; function f(myOwn: number) { return my| }")).toEqual(["myOwn"]);
    expect(texts("whi|")).toEqual(["while"]);
    expect(texts("consol|")).toEqual(["console"]);
  });

  test("complete prefers what goes on in upper and lower case as it is typed", () => {
    expect(texts("Math.sq|")).toEqual(["sqrt"]);
    expect(texts("Math.SQ|")).toEqual(["SQRT1_2", "SQRT2"]);
    expect(texts("Math.Sq|")).toEqual(["sqrt", "SQRT1_2", "SQRT2"].sort());
    expect(texts("const Width = 1, width = 2; wid|")).toEqual(["width"]);
  });

  test("complete says how functions, methods and classes are called, of whatever cell or package", () => {
    const signature = (marked: string) => complete(marked).items[0]?.signature;
    expect(signature("twic|")).toBe("(x: number): number");
    expect(signature("'a'.toUpperCas|")).toBe("(): string");
    expect(signature("new Bo|")).toBe("(): Box");
    expect(signature("tf.matMul|")).toMatch(/\(a: TensorLike, b: TensorLike, .*\): T$/);
    expect(signature("tf.zeros|")).toMatch(/^\(shape: /);
    expect(signature("const f = (a: string, ...b: number[]) => a; f|")).toBe(
      "(a: string, ...b: number[]): string",
    );
    expect(complete("coun|").items).toEqual([{ text: "counter", kind: "let" }]);
  });

  test("complete works in text that is not finished", () => {
    expect(texts("function f() {\n  if (tf.zer|")).toEqual(["zeros", "zerosLike"]);
    expect(texts("twice(coun|")).toEqual(["counter"]);
    expect(texts("`${twi|")).toEqual(["twice"]);
  });

  test("complete knows packages, and the names that they export", () => {
    expect(texts('import {} from "init_|"')).toEqual(["init_utils"]);
    expect(texts("const m = await import('public_t|')")).toEqual(["public_tests"]);
    expect(texts('import { forward_| } from "init_utils"')).toEqual(["forward_propagation"]);
    expect(complete('import {} from "init_|"')).toMatchObject({ start: 16, end: 21 });
  });

  test("complete knows files beside the notebook", () => {
    const here = new Session(compiler, nodeHost(import.meta.dirname));
    const [cell, position] = at('import {} from "./support/run|"');
    expect(here.complete(cell, position).items.map(({ text }) => text)).toEqual(["runCells"]);
    const dynamic = at('const m = await import("./support/cellW|")');
    expect(here.complete(...dynamic).items.map(({ text }) => text)).toEqual(["cellWorker"]);
    const named = at('import { run| } from "./support/runCells"');
    expect(here.complete(...named).items.map(({ text }) => text)).toContain("runCells");
  });

  test("complete offers the modules of the engine, and of packages that stand in only those that may", () => {
    const folder = join(tmpdir(), "nothing-is-installed-here");
    const host = nodeHost(folder, {
      fallbackFolders: [root],
      fallbackPackages: ["init_utils", "public_tests"],
      builtinModules: ["fs", "node:fs"],
    });
    const elsewhere = new Session(compiler, host);
    const names = (marked: string) => elsewhere.complete(...at(marked)).items.map(({ text }) => text);
    expect(names('import {} from "|"')).toEqual(["init_utils", "public_tests", "fs", "node:fs"]);
    expect(names('import {} from "node:|"')).toEqual(["node:fs"]);
  });

  test("complete reads Node's types where they are asked for", () => {
    expect(texts("process.exitC|")).toEqual(["exitCode"]);
  });

  test("complete has nothing to say in comments, and never throws on a position outside", () => {
    expect(texts("// twi|")).toEqual([]);
    expect(session.complete("twi", 99)).toMatchObject({ start: 0, end: 3 });
    expect(session.complete("", -1).start).toBe(0);
  });
});

describe("inspect", () => {
  test("inspect shows declaration and documentation of what the cursor is on or behind", () => {
    const expected = { signature: "function twice(x: number): number", documentation: "Doubles." };
    for (const marked of ["twi|ce(1)", "|twice(1)", "twice|(1)", "twice|"])
      expect(inspect(marked)).toMatchObject(expected);
    expect(inspect("1 + twi|ce(1)")).toMatchObject({ start: 4, length: 5 });
  });

  test("inspect shows the function whose arguments are being written", () => {
    expect(inspect("twice( | )")?.signature).toBe("function twice(x: number): number");
    expect(inspect("tf.zeros([1, 2], |)")?.signature).toContain("zeros(");
    expect(inspect("twice(Math.max( | ))")?.signature).toContain("max(");
  });

  test("inspect shows the documentation of packages with its tags", () => {
    const found = inspect("re|lu(1)");
    expect(found?.signature).toMatch(/^function relu\(/);
    expect(found?.documentation).not.toBe("");
    expect(found?.tags.map(({ name }) => name)).toContain("example");
    expect(inspectionMarkdown(found!)).toContain("```typescript\nfunction relu(");
    expect(inspectionText(found!)).toContain("@example");
  });

  test("inspect gives the source of a cell's function for the higher level of detail", () => {
    const found = inspect("twi|ce")!;
    expect(found.source).toContain("{ return 2 * x }");
    expect(inspectionText(found, true)).toContain("return 2 * x");
    expect(inspectionText(found)).not.toContain("return 2 * x");
  });

  test("inspect finds nothing where nothing is", () => {
    expect(inspect("1 + |1")).toBeUndefined();
    expect(inspect("  |  ")).toBeUndefined();
    expect(session.inspect("", 5)).toBeUndefined();
  });
});
