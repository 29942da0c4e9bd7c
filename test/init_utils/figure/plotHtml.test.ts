import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { inflateRawSync } from "node:zlib";
import { load_dataset, plot_costs } from "init_utils";
import { describe, expect, test } from "vitest";
import { readCarrier } from "../../../src/init_utils/figure/carrier.ts";
import type { Figure } from "../../../src/init_utils/figure/Figure.ts";
import { plotHtml } from "../../../src/init_utils/figure/plotHtml.ts";
import { elements, parsed, shownBundle } from "../../support/shownPlot.ts";

const hostile = `</script><img src=x onerror=alert(1)> "quoted" 'single' & &amp; é`;
const figure: Figure = {
  data: [],
  layout: {
    title: { text: hostile },
    width: 300,
    height: 200,
    xaxis: { title: { text: "x" }, range: [0, 1] },
    yaxis: { title: { text: "y" }, range: [0, 1] },
    showlegend: false,
  },
};

const imageOf = (html: string) => parsed(html.replace(/>$/, "/>")).documentElement!;
const attribute = (html: string, name: string) => imageOf(html).getAttribute(name) ?? "";

describe("plotHtml", () => {
  test("plotHtml is one image without content, whatever its texts say", () => {
    const html = plotHtml("data:,", figure, hostile, { script: hostile, plotly: "AAAA" });
    expect(html).toMatch(/^<img [^<>]*>$/);
    expect(elements(imageOf(html), "*")).toHaveLength(0);
    expect(attribute(html, "alt")).toBe(hostile);
    expect(attribute(html, "data-script")).toBe(hostile);
    expect(JSON.parse(attribute(html, "data-figure"))).toEqual(figure);
  });

  test("plotHtml of an ordinary plot carries its figure, but neither plotly.js nor a script beyond one call", () => {
    const html = shownBundle(() => plot_costs([0.7, 0.5], { learning_rate: 0.01 }))["text/html"]!;
    expect(attribute(html, "data-plotly") + attribute(html, "data-script")).toBe("");
    expect(attribute(html, "onload").length).toBeLessThan(100);
    expect(html.length).toBeLessThan(10_000);
  });

  test("plotHtml of the data set carries plotly.js, packed so that a browser unpacks it, as does every call", async () => {
    const require = createRequire(new URL("../../../src/init_utils/package.json", import.meta.url));
    const original = await readFile(require.resolve("plotly.js-dist-min"));
    for (const html of [shownBundle(load_dataset), shownBundle(load_dataset)].map(
      (one) => one["text/html"]!,
    )) {
      const packed = Buffer.from(attribute(html, "data-plotly"), "base64");
      expect(inflateRawSync(packed).equals(original)).toBe(true);
      expect(attribute(html, "data-script")).toBe(readCarrier()?.script);
      expect(html.length).toBeLessThan(2_100_000);
    }
  });

  test("readCarrier's script is small, and calls nothing by a name that leads out of the page", () => {
    const { script } = readCarrier()!;
    expect(script.length).toBeLessThan(15_000);
    expect(script).not.toMatch(/https?:|fetch\(|XMLHttpRequest|import\(/);
  });
});
