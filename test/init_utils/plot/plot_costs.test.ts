import { plot_costs } from "init_utils";
import { describe, expect, test } from "vitest";
import {
  elements,
  imageOf,
  parsed,
  plotArea,
  shownBundle,
  texts,
  traceGroup,
} from "../../support/shownPlot.ts";

/** The costs of the notebook's training with He initialization: test/reference/numpy-reference.json. */
const he = [
  0.883, 0.688, 0.675, 0.653, 0.608, 0.53, 0.414, 0.312, 0.237, 0.186, 0.15, 0.123, 0.099, 0.085, 0.0736,
];

const picture = (costs: readonly number[], learning_rate = 0.01) => {
  const { svg, alt } = imageOf(shownBundle(() => plot_costs(costs, { learning_rate })));
  const document = parsed(svg);
  const group = traceGroup(document, "cost");
  const markers = elements(group, "use").map((use) => [
    Number(use.getAttribute("x")),
    Number(use.getAttribute("y")),
  ]);
  const lines = elements(group, "path").map((path) => path.getAttribute("d")!);
  return { alt, document, markers, lines, texts: texts(document) };
};

describe("plot_costs", () => {
  test("plot_costs labels the learning rate, the iterations and the cost", () => {
    const { texts } = picture(he);
    expect(texts[0]).toBe("Learning rate = 0.01");
    expect(texts).toContain("iterations (thousands)");
    expect(texts).toContain("cost");
    expect(texts).toEqual(expect.arrayContaining(["0", "2", "4", "6", "8", "10", "12", "14"]));
  });

  test("plot_costs draws a marker for every cost, from left to right and falling as the costs fall", () => {
    const { markers } = picture(he);
    expect(markers).toHaveLength(15);
    const distances = markers.slice(1).map(([x], i) => x! - markers[i]![0]!);
    expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(0.03);
    expect(markers.slice(1).every(([, y], i) => y! > markers[i]![1]!)).toBe(true);
  });

  test("plot_costs says how many costs there are and how they run", () => {
    expect(picture(he).alt).toBe(
      "Cost curve, Learning rate = 0.01: 15 costs, one every 1,000 iterations, from iteration 0 to 14,000. " +
        "The cost falls all the way from 0.883 to 0.0736.",
    );
    expect(picture([0.5, 0.6, 0.9]).alt).toContain("rises all the way from 0.5 to 0.9");
    expect(picture([0.5, 0.9, 0.2, 0.3]).alt).toContain("from 0.5 to 0.3, up and down between 0.2 and 0.9");
  });

  test("plot_costs leaves an infinite cost out of the line and says so in the picture and in words", () => {
    const { alt, markers, texts, document, lines } = picture([Number.POSITIVE_INFINITY, 0.62, 0.6]);
    expect(markers).toHaveLength(2);
    expect(lines.join()).not.toMatch(/NaN|Infinity/);
    expect(texts).toContain("iteration 0: inf");
    expect(alt).toContain("The cost falls all the way from 0.62 to 0.6. Not on the line: iteration 0: inf.");
    const note = elements(document, "text").find((text) => text.textContent === "iteration 0: inf")!;
    expect(Number(note.getAttribute("y"))).toBeLessThan(Math.min(...markers.map(([, y]) => y!)));
  });

  test("plot_costs counts costs that are not numbers when there are many", () => {
    const { markers, texts } = picture([0.7, ...Array<number>(6).fill(Number.NaN)]);
    expect(markers).toHaveLength(1);
    expect(texts).toContain("iteration 1,000: nan, iteration 2,000: nan, iteration 3,000: nan and 3 more");
  });

  test("plot_costs does not blow rounding up to mountains", () => {
    const { alt, markers, document } = picture([Math.LN2, 0.6931471805599452, 0.6931471805599454]);
    const { top, height } = plotArea(document);
    expect(markers.every(([, y]) => Math.abs(y! - (top + height / 2)) <= 1)).toBe(true);
    expect(alt).toContain("The cost stays at 0.6931.");
  });

  test.each([
    [[], "no costs yet"],
    [[0.5], "one cost, at iteration 0. The cost is 0.5."],
    [[0, 0], "The cost stays at 0."],
    [[Number.NaN], "Not on the line: iteration 0: nan."],
    [[1e308, 1], "Not on the line: iteration 0: 1e+308."],
  ])("plot_costs draws %j: %s", (costs, words) => {
    const { alt, document } = picture(costs);
    expect(alt).toContain(words);
    const drawn = elements(document, "*").map((element) => element.getAttribute("d") ?? "");
    expect(drawn.join()).not.toMatch(/NaN|Infinity/);
    expect(texts(document)).toContain("cost");
  });

  test("plot_costs draws a thousand costs with few ticks", () => {
    const many = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1));
    expect(picture(many).texts.length).toBeLessThan(25);
  });

  test.each([
    [
      undefined,
      { learning_rate: 0.01 },
      "plot_costs: costs must be an array of numbers, but it is undefined",
    ],
    [
      [1, "2"],
      { learning_rate: 0.01 },
      'plot_costs: costs must be an array of numbers, but costs[1] is the string "2"',
    ],
    [
      [1],
      undefined,
      "plot_costs: learning_rate must be a number, as in { learning_rate: 0.01 }, but it is undefined",
    ],
    [
      [1],
      { learning_rate: "0.01" },
      "plot_costs: learning_rate must be a number, as in { learning_rate: 0.01 }, but it is the string",
    ],
  ])("plot_costs refuses costs %j with options %j", (costs, options, message) => {
    const call = plot_costs as (costs: unknown, options: unknown) => void;
    const refused = expect(() => call(costs, options));
    refused.toThrow(TypeError);
    refused.toThrow(message);
  });
});
