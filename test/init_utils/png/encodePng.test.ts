import zlib from "node:zlib";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { encodePng } from "../../../src/init_utils/png/encodePng.ts";

describe("encodePng", () => {
  test.each([
    [1, 1],
    [7, 3],
    [64, 65],
  ])("encodePng writes %i x %i pixels that another library reads back", (width, height) => {
    const pixels = Uint8Array.from({ length: width * height * 4 }, (_, i) =>
      i % 4 === 3 ? 255 : (i * 7) & 0xf0,
    );
    const png = PNG.sync.read(Buffer.from(encodePng(pixels, width, height, zlib)), { checkCRC: true });
    expect([png.width, png.height]).toEqual([width, height]);
    expect(Array.from(png.data)).toEqual(Array.from(pixels));
  });
});
