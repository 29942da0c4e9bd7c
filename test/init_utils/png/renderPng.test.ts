import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { renderPng } from "../../../src/init_utils/png/renderPng.ts";
import { pixel } from "../../support/shownPlot.ts";

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" font-family="sans-serif"><rect width="60" height="40" fill="#ffffff"/>${content}</svg>`;

const decoded = (content: string): PNG => PNG.sync.read(Buffer.from(renderPng(svg(content))!, "base64"));

describe("renderPng", () => {
  test("renderPng draws two pixels for each of the SVG", () => {
    const png = decoded('<rect x="30" width="30" height="40" fill="#9e0142"/>');
    expect([png.width, png.height]).toEqual([120, 80]);
    expect(pixel(png, 10, 40)).toBe("#ffffff");
    expect(pixel(png, 110, 40)).toBe("#9e0142");
  });

  test.each(["ABC", "−0.5", "α θ", "жя"])("renderPng writes %s with the font of the package", (text) => {
    const dark = (png: PNG): number =>
      Array.from({ length: png.width * png.height }, (_, i) => png.data[4 * i]!).filter((red) => red < 128)
        .length;
    const written = dark(decoded(`<text x="5" y="25" font-size="16">${text}</text>`));
    expect(dark(decoded(""))).toBe(0);
    expect(written).toBeGreaterThan(20);
  });

  test("renderPng gives the same bytes for the same SVG", () => {
    const content = '<circle cx="20" cy="20" r="9" fill="#5e4fa2"/><text x="5" y="25">abc</text>';
    expect(renderPng(svg(content))).toBe(renderPng(svg(content)));
  });
});
