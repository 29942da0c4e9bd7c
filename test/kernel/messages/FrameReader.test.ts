import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameReader } from "../../../src/kernel/channel/FrameReader.ts";
import { encodeJson, encodeText, type StreamText } from "../../../src/kernel/channel/frames.ts";

const text = fc.record({
  stream: fc.constantFrom("stdout" as const, "stderr" as const),
  cell: fc.nat(2 ** 32 - 1),
  text: fc.string({ unit: "binary" }),
});
const json = fc
  .dictionary(fc.string({ unit: "binary" }), fc.oneof(fc.integer(), fc.string({ unit: "binary" })))
  .map((value) => ({ value }));

describe("FrameReader", () => {
  it("gives back what was encoded, in order, however a pipe cuts it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(text, json)),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        (sent, sizes) => {
          const bytes = Buffer.concat(sent.map((one) => ("cell" in one ? encodeText(one) : encodeJson(one))));
          const received: object[] = [];
          const reader = new FrameReader<object>(
            (one: StreamText) => received.push(one),
            (one) => received.push(one),
          );
          for (let at = 0; at < bytes.length; ) {
            const size = sizes.next().value as number;
            reader.push(bytes.subarray(at, at + size));
            at += size;
          }
          // Through JSON, as `__proto__` is a key like any other there.
          expect(JSON.stringify(received)).toBe(JSON.stringify(sent));
        },
      ),
    );
  });

  it("reads a large frame in small pieces without copying it again for each", () => {
    const sent = { stream: "stdout" as const, cell: 1, text: "x".repeat(32 * 2 ** 20) };
    const bytes = encodeText(sent);
    let received = 0;
    const reader = new FrameReader<object>(
      ({ text }) => {
        received = text.length;
      },
      () => undefined,
    );
    const start = performance.now();
    for (let at = 0; at < bytes.length; at += 4096) reader.push(bytes.subarray(at, at + 4096));
    expect(received).toBe(sent.text.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
