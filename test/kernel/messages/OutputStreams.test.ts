import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StreamText } from "../../../src/kernel/channel/frames.ts";
import { OutputStreams } from "../../../src/kernel/front/OutputStreams.ts";

let published: StreamText[];
let streams: OutputStreams;
beforeEach(() => {
  vi.useFakeTimers();
  published = [];
  streams = new OutputStreams((text) => published.push(text));
});
afterEach(() => vi.useRealTimers());

const out = (text: string, cell = 1): void => streams.write({ cell, stream: "stdout", text });
const err = (text: string, cell = 1): void => streams.write({ cell, stream: "stderr", text });
const shown = (): string[] => published.map(({ cell, stream, text }) => `${cell} ${stream} ${text}`);

describe("OutputStreams", () => {
  it("joins what is written within 10 ms, and sends at most a hundred messages a second", () => {
    for (let ms = 0; ms < 1000; ms++) {
      out(`${ms} `);
      vi.advanceTimersByTime(1);
    }
    streams.flush();
    expect(published.length).toBeLessThanOrEqual(101);
    expect(published.map(({ text }) => text).join("")).toBe(
      Array.from({ length: 1000 }, (_, ms) => `${ms} `).join(""),
    );
  });

  it("sends the first text at once, without waiting for more", () => {
    vi.advanceTimersByTime(50);
    out("now");
    vi.advanceTimersByTime(1);
    expect(shown()).toEqual(["1 stdout now"]);
  });

  it("keeps the order of streams and cells", () => {
    out("a");
    out("b");
    err("c");
    out("d");
    out("e", 2);
    streams.flush();
    expect(shown()).toEqual(["1 stdout ab", "1 stderr c", "1 stdout d", "2 stdout e"]);
  });

  it("keeps each stream's own order where they alternate too fast for the number of messages", () => {
    for (let i = 0; i < 1000; i++) {
      out(`o${i} `);
      err(`e${i} `);
    }
    streams.flush();
    expect(published.length).toBeLessThan(20);
    for (const stream of ["stdout", "stderr"]) {
      const numbers = published
        .filter((one) => one.stream === stream)
        .flatMap(({ text }) => text.match(/\d+/g) ?? []);
      expect(numbers.map(Number)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    }
  });

  it("cuts long texts into messages, and never a character in two", () => {
    const long = `a${"🙂".repeat(400_000)}`;
    out(long);
    streams.flush();
    expect(published.length).toBe(2);
    for (const { text } of published) expect(text).not.toMatch(/[\ud800-\udbff]$/);
    expect(published.map(({ text }) => text).join("")).toBe(long);
  });

  it("sends nothing for nothing", () => {
    out("");
    streams.flush();
    expect(published).toEqual([]);
  });
});
