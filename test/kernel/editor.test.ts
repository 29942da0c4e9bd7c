import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningKernel, startKernel } from "./support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
  await kernel.client.execute("/** Doubles it. */\nfunction doubled(x: number): number { return 2 * x; }");
});
afterAll(() => kernel.stop());

const ask = async (type: string, content: object) =>
  (await kernel.client.ask(`${type}_request`, { ...content })).reply;

describe("complete_request", () => {
  it("offers names of earlier cells with their kinds", async () => {
    expect(await ask("complete", { code: "const y = doub", cursor_pos: 14 })).toMatchObject({
      status: "ok",
      matches: ["doubled"],
      cursor_start: 10,
      cursor_end: 14,
      metadata: { _jupyter_types_experimental: [{ text: "doubled", type: "function", start: 10, end: 14 }] },
    });
  });

  it("counts code points, as Jupyter does", async () => {
    const reply = await ask("complete", { code: '"🙂🙂".toUpp + 1', cursor_pos: 10 });
    expect(reply).toMatchObject({ matches: ["toUpperCase"], cursor_start: 5, cursor_end: 10 });
  });

  it("takes a request without a cursor as one for the end", async () => {
    expect((await ask("complete", { code: "Math.hyp" })).matches).toEqual(["hypot"]);
  });
});

describe("inspect_request", () => {
  it("answers with signature and documentation, as text and as Markdown", async () => {
    const reply = await ask("inspect", { code: "doubled(1)", cursor_pos: 3, detail_level: 0 });
    expect(reply).toMatchObject({ status: "ok", found: true });
    const data = reply.data as Record<string, string>;
    for (const type of ["text/plain", "text/markdown"]) {
      expect(data[type]).toContain("doubled(x: number): number");
      expect(data[type]).toContain("Doubles it.");
    }
    expect(data["text/markdown"]).toContain("```typescript");
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
    ["const = 5", { status: "invalid" }],
  ])("judges %s", async (code, expected) => {
    expect(await ask("is_complete", { code })).toEqual(expected);
  });
});

describe("requests for what this kernel has none of", () => {
  it("are answered with empty lists", async () => {
    expect(await ask("comm_info", {})).toEqual({ status: "ok", comms: {} });
    expect(await ask("history", { hist_access_type: "tail", n: 3 })).toEqual({ status: "ok", history: [] });
  });
});
