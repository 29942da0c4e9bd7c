import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json, Message } from "../../src/kernel/protocol/Message.ts";
import { type RunningKernel, startKernel } from "./support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
  await kernel.client.execute("/** Doubles it. */\nfunction doubled(x: number): number { return 2 * x; }");
});
afterAll(() => kernel.stop());

const ask = async (type: string, content: object) =>
  (await kernel.client.ask(`${type}_request`, { ...content })).reply;

/** The completions at the end of a text, or where the bar stands. */
const complete = async (marked: string) => {
  const [before = "", after = ""] = marked.split("|");
  const reply = await ask("complete", { code: before + after, cursor_pos: [...before].length });
  const { _jupyter_types_experimental: types } = reply.metadata as Record<string, Json[]>;
  return { matches: reply.matches as string[], start: reply.cursor_start, end: reply.cursor_end, types };
};

describe("complete_request", () => {
  it("offers names of earlier cells with their kinds and signatures", async () => {
    const type = { type: "function", start: 10, end: 14, signature: "(x: number): number" };
    expect(await ask("complete", { code: "const y = doub", cursor_pos: 14 })).toEqual({
      status: "ok",
      matches: ["doubled"],
      cursor_start: 10,
      cursor_end: 14,
      metadata: { _jupyter_types_experimental: [{ text: "doubled", ...type }] },
    });
  });

  it("names the kinds as JupyterLab knows them, one for each match in order", async () => {
    await kernel.client.execute("class Jkl {} let jklVariable = 1; enum JklEnum { A } interface JklShape {}");
    const kinds = async (marked: string) => {
      const { matches, types = [] } = await complete(marked);
      expect(types.map(({ text }) => text)).toEqual(matches);
      return Object.fromEntries(types.map(({ text, type }) => [text, type]));
    };
    expect(await kinds("Jkl")).toEqual({ Jkl: "class", JklEnum: "class" });
    expect(await kinds("let x: JklS")).toEqual({ JklShape: "class" });
    expect(await kinds("jklV")).toEqual({ jklVariable: "instance" });
    expect(await kinds("'a'.leng")).toEqual({ length: "instance" });
    expect(await kinds("'a'.toUpperC")).toEqual({ toUpperCase: "function" });
    expect(await kinds("whil")).toEqual({ while: "keyword" });
    expect(await kinds('import {} from "init_|"')).toEqual({ init_utils: "module" });
    expect(await kinds('import {} from "node:f|"')).toMatchObject({ "node:fs": "module" });
  });

  it("offers members by exact case, and names of the same cell", async () => {
    expect((await complete("Math.sq")).matches).toEqual(["sqrt"]);
    expect((await complete("const weights = [1]; function f() { return weig| }")).matches).toEqual([
      "weights",
    ]);
    expect((await complete("later.|; const later = { first: 1, second: 2 };")).matches).toEqual([
      "first",
      "second",
    ]);
  });

  it("offers files beside the notebook, and the names that a module exports", async () => {
    writeFileSync(join(kernel.folder, "beside.ts"), "export const height = 1; export const width = 2;");
    expect((await complete('import {} from "./bes|"')).matches).toEqual(["beside"]);
    expect((await complete('import { wi| } from "./beside"')).matches).toEqual(["width"]);
    expect((await complete('import { forward_| } from "init_utils"')).matches).toEqual([
      "forward_propagation",
    ]);
  });

  it.each([
    ['"🙂🙂".toUpp| + 1', "toUpperCase", 5, 10],
    ["/* 🙂 */ doub|", "doubled", 8, 12],
    ["// 🙂🙂🙂\ndoub|led(1)", "doubled", 7, 11],
  ])("counts code points, as Jupyter does: %s", async (marked, match, start, end) => {
    expect(await complete(marked)).toMatchObject({ matches: [match], start, end });
  });

  it("takes a request without a cursor as one for the end, and one outside as one for the edge", async () => {
    expect((await ask("complete", { code: "Math.hyp" })).matches).toEqual(["hypot"]);
    expect((await ask("complete", { code: "Math.hyp", cursor_pos: 99 })).matches).toEqual(["hypot"]);
    expect(await ask("complete", { code: "Math", cursor_pos: -3 })).toMatchObject({ cursor_start: 0 });
  });
});

describe("inspect_request", () => {
  const page = async (code: string, detail_level?: unknown, cursor_pos = code.length) => {
    const reply = await ask("inspect", { code, cursor_pos, detail_level });
    expect(reply).toMatchObject({ status: "ok", found: true, metadata: {} });
    return reply.data as Record<"text/plain" | "text/markdown", string>;
  };

  it("answers with signature and documentation, as text and as Markdown", async () => {
    for (const text of Object.values(await page("doubled(1)", 0, 3))) {
      expect(text).toContain("function doubled(x: number): number");
      expect(text).toContain("Doubles it.");
    }
    expect((await page("doubled"))["text/markdown"]).toContain("```typescript\nfunction doubled");
    expect((await page("doubled"))["text/plain"]).not.toContain("```");
  });

  it("adds the source at detail level 1, and takes any other level for the nearest of the two", async () => {
    for (const detail of [1, 2, 99])
      expect((await page("doubled", detail))["text/plain"]).toContain("return 2 * x");
    for (const detail of [0, -1, undefined, null, "much"])
      expect((await page("doubled", detail))["text/plain"]).not.toContain("return 2 * x");
  });

  it("counts code points, as Jupyter does", async () => {
    expect((await page("/* 🙂🙂 */ doubled(1)", 0, 10))["text/plain"]).toContain("doubled(x: number)");
  });

  it("tells of the function whose arguments are written, and of variables", async () => {
    expect((await page("doubled("))["text/plain"]).toContain("doubled(x: number): number");
    expect((await page("const n = doubled(2); n"))["text/plain"]).toContain("const n: number");
  });

  it("says when there is nothing to tell", async () => {
    expect(await ask("inspect", { code: "  ", cursor_pos: 1 })).toMatchObject({
      status: "ok",
      found: false,
      data: {},
    });
  });
});

describe("is_complete_request", () => {
  it.each([
    ["1 + 1", { status: "complete" }],
    ["function f() {", { status: "incomplete", indent: "  " }],
    ["if (true) {\n  f(() => {", { status: "incomplete", indent: "    " }],
    ["`not closed", { status: "incomplete", indent: "" }],
    ["'not closed", { status: "invalid" }],
    ["await f()", { status: "complete" }],
    ["const = 5", { status: "invalid" }],
  ])("judges %s", async (code, expected) => {
    expect(await ask("is_complete", { code })).toEqual(expected);
  });
});

describe("the language worker", () => {
  it("answers while a cell runs", async () => {
    const running = kernel.client.send("execute_request", { code: "for (;;) {}" });
    const isBusy = ({ header, parentHeader }: Message) =>
      header.msg_type === "execute_input" && parentHeader.msg_id === running;
    await kernel.client.until(() => kernel.client.iopub.find(isBusy), "the cell's start");
    expect((await complete("doub")).matches).toEqual(["doubled"]);
    expect(await ask("inspect", { code: "doubled", cursor_pos: 2 })).toMatchObject({ found: true });
    expect(await ask("is_complete", { code: "f(" })).toMatchObject({ status: "incomplete" });
    expect(kernel.client.replies.some(({ parentHeader }) => parentHeader.msg_id === running)).toBe(false);
    await kernel.client.ask("interrupt_request", {}, { channel: "control" });
    expect((await kernel.client.answer(running)).reply.status).toBe("error");
  });
});
