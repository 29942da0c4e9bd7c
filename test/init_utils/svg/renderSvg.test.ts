import { describe, expect, test } from "vitest";
import type { Figure } from "../../../src/init_utils/figure/Figure.ts";
import { renderSvg } from "../../../src/init_utils/svg/renderSvg.ts";
import { elements, parsed, plotArea, texts, traceGroup } from "../../support/shownPlot.ts";

const points = {
  type: "scatter",
  mode: "markers",
  name: "points",
  x: [-1, 0, null, 1],
  y: [-2, 0, 1, 2],
  marker: { symbol: "diamond", size: 8, color: "#ff0000" },
} as const;

const line = {
  type: "scatter",
  mode: "lines",
  name: "line",
  x: [-1, 0, 0.5, 1],
  y: [-2, 0, null, 2],
  line: { color: "#0000ff", width: 2 },
} as const;

const area = {
  ...line,
  name: "area",
  x: [-1, 1, 1, -1, null],
  y: [-2, -2, 2, 2, null],
  fill: "toself",
  fillcolor: "#00ff00",
} as const;

function figure(changes: Partial<Figure["layout"]> = {}): Figure {
  return {
    data: [area, line, points],
    layout: {
      title: { text: "A title" },
      width: 400,
      height: 300,
      xaxis: { title: { text: "across" }, range: [-1, 1] },
      yaxis: { title: { text: "up" }, range: [-2, 2] },
      showlegend: true,
      ...changes,
    },
  };
}

describe("renderSvg", () => {
  const svg = parsed(renderSvg(figure(), "what it shows"));
  const { left, top, width, height } = plotArea(svg);

  test("renderSvg writes title, axis titles, legend and tick labels", () => {
    expect(texts(svg)).toEqual([
      ..."A title|area|line|points".split("|"),
      ..."−1.0|−0.5|0.0|0.5|1.0".split("|"),
      ..."−2|−1|0|1|2".split("|"),
      ..."across|up".split("|"),
    ]);
    expect(elements(svg, "title")[0]!.textContent).toBe("what it shows");
  });

  test("renderSvg leaves the legend out when it is not wanted", () => {
    const shown = texts(parsed(renderSvg(figure({ showlegend: false }), "")));
    expect(shown).toContain("A title");
    expect(shown).not.toContain("points");
  });

  test("renderSvg puts every point where its coordinates say", () => {
    const places = elements(traceGroup(svg, "points"), "use").map((use) => [
      Number(use.getAttribute("x")),
      Number(use.getAttribute("y")),
    ]);
    const expected = [
      [left, top + height],
      [left + width / 2, top + height / 2],
      [left + width, top],
    ];
    expect(places).toHaveLength(3);
    const close = (a: number, b: number): boolean => Math.abs(a - b) <= 0.011;
    expect(places.every(([x, y], i) => close(x!, expected[i]![0]!) && close(y!, expected[i]![1]!))).toBe(
      true,
    );
  });

  test("renderSvg interrupts a line at a null and closes an area there", () => {
    const path = (name: string) => elements(traceGroup(svg, name), "path")[0]!;
    expect(path("line").getAttribute("d")!.match(/[MLz]/g)!.join("")).toBe("MLM");
    expect(path("line").getAttribute("fill")).toBe("none");
    expect(path("area").getAttribute("d")!.match(/[MLz]/g)!.join("")).toBe("MLLLz");
    expect(path("area").getAttribute("fill")).toBe("#00ff00");
  });

  test("renderSvg draws an equal scale as large as it fits, and the rest as without it", () => {
    const xaxis = { title: { text: "" }, range: [0, 1] as const };
    const yaxis = { title: { text: "" }, range: [0, 2] as const, scaleanchor: "x" as const };
    const equal = plotArea(parsed(renderSvg(figure({ xaxis, yaxis }), "")));
    expect(Math.abs(equal.height / equal.width - 2)).toBeLessThanOrEqual(0.01);
    expect(equal.height).toBe(height);
  });

  test("renderSvg stands on opaque white and writes nothing below 12 pixels", () => {
    const ground = elements(svg, "rect")[0]!;
    expect([ground.getAttribute("width"), ground.getAttribute("height")]).toEqual(["400", "300"]);
    expect(ground.getAttribute("fill")).toBe("#ffffff");
    const sizes = elements(svg, "*").flatMap((element) => element.getAttribute("font-size") ?? []);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes.map(Number))).toBeGreaterThanOrEqual(12);
  });

  test("renderSvg breaks a long title into lines that fit, and makes room for them", () => {
    const text = "word ".repeat(30).trim();
    const long = parsed(renderSvg(figure({ title: { text } }), ""));
    const lines = texts(long).filter((line) => line.startsWith("word"));
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    expect(plotArea(long).top).toBeGreaterThan(top);
  });

  test.each(["<b> & \"c\" 'd'", "]]>", "<!--", "é ∑ 😀"])("renderSvg shows the title %j as it is", (text) => {
    expect(texts(parsed(renderSvg(figure({ title: { text } }), text)))[0]).toBe(text);
  });

  test("renderSvg replaces what XML cannot hold", () => {
    const text = "a\u0000b\u001Fc\uD800d\uFFFEe";
    expect(texts(parsed(renderSvg(figure({ title: { text } }), text)))[0]).toBe("a�b�c�d�e");
  });

  test("renderSvg gives the same text for the same figure", () => {
    expect(renderSvg(figure(), "x")).toBe(renderSvg(figure(), "x"));
  });
});
