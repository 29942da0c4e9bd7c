import { describe, expect, test } from "vitest";
import { paletteOf } from "../../../src/init_utils/png/palette.ts";

const opaque = (colors: readonly number[]): Uint8Array =>
  Uint8Array.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255, 255]));

const restored = ({ indices, colors }: ReturnType<typeof paletteOf>): number[] =>
  Array.from(
    indices,
    (index) => (colors[3 * index]! << 16) | (colors[3 * index + 1]! << 8) | colors[3 * index + 2]!,
  );

describe("paletteOf", () => {
  test("paletteOf keeps up to 256 colours exactly", () => {
    const image = Array.from({ length: 1000 }, (_, i) => (i % 256) * 0x010101);
    expect(restored(paletteOf(opaque(image)))).toEqual(image);
  });

  test("paletteOf keeps the colours of areas exactly and the others nearly when there are too many", () => {
    const areas = [0x9e0142, 0x5e4fa2, 0xffffff].flatMap((color) => Array<number>(500).fill(color));
    const edges = Array.from({ length: 3000 }, (_, i) => (i * 5563) & 0xffffff);
    const palette = paletteOf(opaque([...areas, ...edges]));
    expect(palette.colors.length / 3).toBeLessThanOrEqual(256);
    const found = restored(palette);
    expect(found.slice(0, areas.length)).toEqual(areas);
    const farthest = edges.map((color, i) =>
      Math.max(
        ...[16, 8, 0].map((bits) =>
          Math.abs(((color >> bits) & 255) - ((found[areas.length + i]! >> bits) & 255)),
        ),
      ),
    );
    expect(Math.max(...farthest)).toBeLessThan(64);
  });
});
