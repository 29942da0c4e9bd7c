import { load_dataset, tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { plot_data } from "../../../src/init_utils/plot/plot_data.ts";
import {
  elements,
  imageOf,
  parsed,
  plotArea,
  shownBundle,
  texts,
  traceGroup,
} from "../../support/shownPlot.ts";

let test_X = tf.zeros([2, 1]) as tf.Tensor;
let test_Y = tf.zeros([1, 1]) as tf.Tensor;
const training = shownBundle(() => {
  [, , test_X, test_Y] = load_dataset();
});

describe("plot_data", () => {
  const { svg, alt } = imageOf(training);
  const document = parsed(svg);
  const group = (name: string) => traceGroup(document, name);

  test("plot_data draws the 300 training points, 150 of each class, in two shapes and two colours", () => {
    const red = group("y = 0 (red)");
    const blue = group("y = 1 (blue)");
    expect([elements(red, "use").length, elements(blue, "use").length]).toEqual([150, 150]);
    const look = [red, blue].map((parent) => [
      elements(parent, "path")[0]!.getAttribute("d"),
      elements(parent, "g")[0]!.getAttribute("fill"),
    ]);
    expect(look[0]![0]).not.toBe(look[1]![0]);
    expect(look.map(([, color]) => color)).toEqual(["#d53e4f", "#3288bd"]);
    expect(texts(document)).toEqual(
      expect.arrayContaining(["y = 0 (red)", "y = 1 (blue)", "x1", "x2", "−1.0"]),
    );
  });

  test("plot_data draws the 100 test points", () => {
    const picture = parsed(imageOf(shownBundle(() => plot_data(test_X, test_Y, { title: "Test set" }))).svg);
    const count = (name: string): number => elements(traceGroup(picture, name), "use").length;
    expect([count("y = 0 (red)"), count("y = 1 (blue)")]).toEqual([50, 50]);
    expect(texts(picture)[0]).toBe("Test set");
  });

  test("plot_data shows a circle as a circle", () => {
    const angles = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4);
    const X = tf.tensor([angles.map(Math.cos), angles.map(Math.sin)]);
    const picture = parsed(imageOf(shownBundle(() => plot_data(X, tf.zeros([1, 8])))).svg);
    const { left, top, width, height } = plotArea(picture);
    const radii = elements(traceGroup(picture, "y = 0 (red)"), "use").map((use) =>
      Math.hypot(
        Number(use.getAttribute("x")) - (left + width / 2),
        Number(use.getAttribute("y")) - (top + height / 2),
      ),
    );
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThanOrEqual(0.05);
  });

  test("plot_data says how many points there are, of which class, and where", () => {
    expect(alt).toContain(
      "scatter plot of 300 points, 150 with y = 0 (red circles) and 150 with y = 1 (blue diamonds).",
    );
    const distance = (color: string): number =>
      Number(new RegExp(`The ${color} points are [^)]*\\), ([\\d.]+) on average`).exec(alt)?.[1]);
    expect(Math.abs(distance("red") - 1)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(distance("blue") - 0.8)).toBeLessThanOrEqual(0.02);
  });

  test("plot_data draws a single point, and one class alone", () => {
    const { svg, alt } = imageOf(shownBundle(() => plot_data(tf.tensor([[5], [5]]), tf.tensor([[1]]))));
    expect(elements(traceGroup(parsed(svg), "y = 1 (blue)"), "use")).toHaveLength(1);
    expect(alt).toContain("1 point, 0 with y = 0");
  });

  test.each([
    [
      [[1, 2]],
      [[0, 1]],
      TypeError,
      "plot_data: X must be a tensor of shape (2, m), but it is a float32 tensor of shape (1, 2)",
    ],
    [[[1], [2]], [[0, 1]], TypeError, "plot_data: Y must be a tensor of shape (1, 1)"],
    [[[1], [Number.NaN]], [[0]], RangeError, "plot_data: X must hold finite numbers, but it holds NaN"],
    [[[1], [2]], [[2]], RangeError, "plot_data: Y must hold 0 (red) and 1 (blue) only, but it holds 2"],
  ])("plot_data refuses X = %j with Y = %j", (X, Y, kind, message) => {
    const refused = expect(() => plot_data(tf.tensor(X), tf.tensor(Y)));
    refused.toThrow(kind);
    refused.toThrow(message);
  });
});
