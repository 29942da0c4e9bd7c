import { describe, expect, test } from "vitest";
import type { Figure } from "../../../src/init_utils/figure/Figure.ts";
import { plotlyFigure } from "../../../src/init_utils/figure/plotlyFigure.ts";
import { renderSvg } from "../../../src/init_utils/svg/renderSvg.ts";
import { elements, parsed, plotArea, texts } from "../../support/shownPlot.ts";

const figureNamed = (name: string, width = 560): Figure => ({
  data: [
    {
      type: "scatter",
      mode: "markers",
      name,
      x: [0],
      y: [null],
      marker: { symbol: "diamond", size: 8, color: "#3288bd" },
    },
    { type: "scatter", mode: "lines", name: "region", x: [0], y: [0], fill: "toself", hoverinfo: "name" },
  ],
  layout: {
    title: { text: name },
    width,
    height: 560,
    xaxis: { title: { text: "x1" }, range: [-1, 1], constrain: "domain" },
    yaxis: { title: { text: "x2" }, range: [-1, 1], scaleanchor: "x", constrain: "domain" },
    showlegend: true,
    annotations: [
      {
        text: name,
        x: 0,
        xref: "x",
        y: 1,
        yref: "paper",
        xanchor: "left",
        yanchor: "top",
        showarrow: true,
        ax: 0,
        ay: 32,
      },
    ],
  },
});

interface Written {
  readonly data: readonly { readonly name: string; readonly hovertemplate?: string }[];
  readonly layout: {
    readonly width: number;
    readonly height: number;
    readonly title: { readonly text: string };
    readonly margin: Readonly<Record<"l" | "r" | "t" | "b", number>>;
    readonly annotations: readonly { readonly text: string }[];
  };
  readonly config: Readonly<Record<string, unknown>>;
}

const written = (figure: Figure, width?: number) => plotlyFigure(figure, width) as unknown as Written;

/** Every font size of a layout. */
function fontSizes(part: unknown, name = ""): number[] {
  if (typeof part !== "object" || part === null) return name === "size" ? [Number(part)] : [];
  return Object.entries(part).flatMap(([key, value]) => fontSizes(value, key));
}

describe("plotlyFigure", () => {
  test("plotlyFigure places the plot where the picture has it", () => {
    const figure = figureNamed("points");
    const { margin, width, height } = written(figure).layout;
    const picture = plotArea(parsed(renderSvg(figure, "")));
    const live = {
      left: margin.l,
      top: margin.t,
      width: width - margin.l - margin.r,
      height: height - margin.t - margin.b,
    };
    for (const side of ["left", "top", "width", "height"] as const)
      expect(Math.abs(live[side] - picture[side]) <= 0.01, side).toBe(true);
  });

  test.each([240, 320, 450])(
    "plotlyFigure in %i pixels keeps one unit equally long and the title within",
    (width) => {
      const { layout } = written(figureNamed("Model with large random initialization"), width);
      const { l, r, t, b } = layout.margin;
      expect(layout.width).toBe(width);
      expect(Math.abs(layout.width - l - r - (layout.height - t - b)) <= 1).toBe(true);
      const longest = Math.max(...layout.title.text.split("<br>").map((line) => line.length));
      expect(longest * 17 * 0.6).toBeLessThanOrEqual(width);
    },
  );

  test("plotlyFigure writes no letter smaller than 12 pixels", () => {
    const sizes = fontSizes(plotlyFigure(figureNamed("points"), 240).layout);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  test("plotlyFigure shows texts as they are, also those that plotly.js would read as HTML or as a template", () => {
    const { data, layout } = written(figureNamed("<b>a</b> &lt; %{x} $b$"));
    const safe = "&lt;b&gt;a&lt;/b&gt; &amp;lt; %{x} $b$";
    expect(layout.title.text).toBe(safe);
    expect(data[0]!.name).toBe(safe);
    expect(layout.annotations[0]!.text).toBe(safe);
    expect(data[0]!.hovertemplate).toContain(safe.replace("%", "&#37;"));
    expect(written(figureNamed("")).config.typesetMath).toBe(false);
  });

  test("plotlyFigure shows values over points and names over regions", () => {
    const [points, region] = written(figureNamed("points")).data;
    expect(points!.hovertemplate).toBe("<b>points</b><br>x1: %{x:.6~g}<br>x2: %{y:.6~g}<extra></extra>");
    expect(region).not.toHaveProperty("hovertemplate");
  });

  test("plotlyFigure's plots offer no way to upload them", () => {
    const { config } = written(figureNamed("points"));
    expect(config).toMatchObject({ showSendToCloud: false, plotlyServerURL: "", displaylogo: false });
    const buttons = ["zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"];
    expect((config.modeBarButtons as string[][]).flat()).toEqual(buttons);
  });

  test("plotlyFigure has the picture's legend and title", () => {
    const figure = figureNamed("points");
    const shown = texts(parsed(renderSvg(figure, "")));
    const { data, layout } = written(figure);
    expect(shown).toEqual(expect.arrayContaining([layout.title.text, ...data.map(({ name }) => name)]));
    expect(elements(parsed(renderSvg(figure, "")), "use")).toHaveLength(0);
  });

  test("plotlyFigure keeps a region without any point in the legend, as the picture does", () => {
    const figure = figureNamed("points");
    const empty = { ...figure, data: [{ ...figure.data[1]!, x: [], y: [] }] };
    expect(plotlyFigure(empty).data).toEqual([{ ...figure.data[1]!, x: [null], y: [null] }]);
  });

  test("plotlyFigure is plain data, which a notebook keeps", () => {
    const figure = plotlyFigure(figureNamed("points"));
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });
});
