import { load_dataset } from "init_utils";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../../src/init_utils/figure/Figure.ts";
import { figureBundle } from "../../../src/init_utils/figure/figureBundle.ts";
import { plotlyFigure } from "../../../src/init_utils/figure/plotlyFigure.ts";
import { renderSvg } from "../../../src/init_utils/svg/renderSvg.ts";
import {
  type Bundle,
  elements,
  imageOf,
  parsed,
  pixel,
  plotArea,
  pngOf,
  shownBundle,
} from "../../support/shownPlot.ts";

const figure: Figure = {
  data: [
    {
      type: "scatter",
      mode: "markers",
      name: "points",
      x: [0],
      y: [0],
      marker: { symbol: "circle", size: 12, color: "#5e4fa2" },
    },
  ],
  layout: {
    title: { text: "é & <ü>" },
    width: 300,
    height: 200,
    xaxis: { title: { text: "x" }, range: [-1, 1] },
    yaxis: { title: { text: "y" }, range: [-1, 1] },
    showlegend: false,
  },
};
const description = 'One point. "Quoted" & <marked>';

describe("figureBundle", () => {
  const bundle = figureBundle(figure, description) as Bundle;

  test("figureBundle holds the figure, the picture as HTML and as PNG, and its description", () => {
    const types = ["application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain"];
    expect(Object.keys(bundle)).toEqual(types);
    expect(bundle[types[0]!]).toEqual(plotlyFigure(figure));
    expect(bundle["text/plain"]).toBe(description);
  });

  test("figureBundle's HTML is one image that shrinks with the page and carries the SVG and the description", () => {
    expect(imageOf(bundle)).toEqual({ svg: renderSvg(figure, description), alt: description });
    const image = parsed(bundle["text/html"]!.replace(/>$/, "/>")).documentElement!;
    expect(image.getAttribute("width")).toBe("300");
    expect(image.getAttribute("style")).toBe("max-width:100%;height:auto");
    expect(elements(image, "*")).toHaveLength(0);
  });

  test("figureBundle's PNG shows the same: the point in the middle, white around it", () => {
    const png = pngOf(bundle);
    const { left, top, width, height } = plotArea(parsed(imageOf(bundle).svg));
    expect([png.width, png.height]).toEqual([600, 400]);
    expect(pixel(png, 2 * (left + width / 2), 2 * (top + height / 2))).toBe("#5e4fa2");
    expect(pixel(png, 2 * (left + width / 2) + 20, 2 * (top + height / 2) + 20)).toBe("#ffffff");
    expect(pixel(png, 0, 0)).toBe("#ffffff");
  });

  test("figureBundle gives the same bytes for the same figure", () => {
    expect(figureBundle(figure, description)).toEqual(bundle);
  });
});

describe("figureBundle's time", () => {
  test("figureBundle takes far less than the 0.3 s that a plot may add to its cell, also with plotly.js in it", () => {
    const seconds = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      shownBundle(load_dataset);
      return (performance.now() - start) / 1000;
    });
    const median = seconds.sort((a, b) => a - b)[2]!;
    console.info(`load_dataset, with its picture and plotly.js: ${median.toFixed(3)} s`);
    expect(median).toBeLessThanOrEqual(0.3);
  });
});
