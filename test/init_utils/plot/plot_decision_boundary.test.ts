import { load_dataset, plot_decision_boundary, tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { isInside, ringsOf } from "../../support/polygon.ts";
import {
  type Bundle,
  elements,
  imageOf,
  parsed,
  pixel,
  plotArea,
  pngOf,
  shownBundle,
  shownBundles,
  texts,
  traceGroup,
} from "../../support/shownPlot.ts";

let train_X = tf.zeros([2, 1]) as tf.Tensor;
let train_Y = tf.zeros([1, 1]) as tf.Tensor;
shownBundles(() => {
  [train_X, train_Y] = load_dataset();
});

type Decision = (x1: number, x2: number) => boolean;

/** A model as the notebook passes it: points of shape (n, 2) in, booleans of shape (1, n) out. */
const modelOf = (decide: Decision) => (points: tf.Tensor) => {
  const x = points.dataSync();
  const n = points.shape[0]!;
  return tf.tensor(
    Uint8Array.from({ length: n }, (_, i) => Number(decide(x[2 * i]!, x[2 * i + 1]!))),
    [1, n],
    "bool",
  );
};

/** Not symmetric in any way, so that exchanged or mirrored axes show. */
const slanted: Decision = (x1, x2) => Math.hypot(x1 - 0.2, 1.5 * (x2 + 0.3)) < 0.8 || x2 > 0.9 + 0.5 * x1;

const options = {
  title: "Model with He initialization",
  x_range: [-1.5, 1.5],
  y_range: [-1.5, 1.5],
} as const;

/** Places in the picture, in pixels of the SVG and in units of the axes, that are clear of boundary and points. */
function clearPlaces(svg: ReturnType<typeof parsed>, decide: Decision) {
  const { left, top, width, height } = plotArea(svg);
  const markers = elements(svg, "use").map((use) => [
    Number(use.getAttribute("x")),
    Number(use.getAttribute("y")),
  ]);
  const places: { x: number; y: number; decision: boolean }[] = [];
  for (let x = left + 6; x < left + width - 5; x += 11) {
    for (let y = top + 6; y < top + height - 5; y += 13) {
      const around = [-0.03, 0, 0.03].flatMap((dx) =>
        [-0.03, 0, 0.03].map((dy) =>
          decide(-1.5 + (3 * (x - left)) / width + dx, 1.5 - (3 * (y - top)) / height + dy),
        ),
      );
      const isFree = markers.every(([mx, my]) => Math.hypot(mx! - x, my! - y) > 8);
      if (isFree && new Set(around).size === 1) places.push({ x, y, decision: around[0]! });
    }
  }
  return places;
}

describe("plot_decision_boundary", () => {
  const calls: number[][] = [];
  const bundle: Bundle = shownBundle(() =>
    plot_decision_boundary(
      (points) => {
        calls.push(points.shape);
        return modelOf(slanted)(points);
      },
      train_X,
      train_Y,
      options,
    ),
  );
  const { svg, alt } = imageOf(bundle);
  const document = parsed(svg);
  const places = clearPlaces(document, slanted);

  test("plot_decision_boundary asks the model once, about a grid that reaches one unit beyond the data", () => {
    const x = Array.from(train_X.dataSync());
    const count = (values: number[]): number =>
      Math.ceil((Math.max(...values) + 1 - (Math.min(...values) - 1)) / 0.01);
    const n = count(x.slice(0, 300)) * count(x.slice(300));
    expect(calls).toEqual([[n, 2]]);
    expect(n).toBeGreaterThan(170_000);
  });

  test("plot_decision_boundary's regions in the SVG are where the model says so", () => {
    const rings = [0, 1].map((label) =>
      ringsOf(elements(traceGroup(document, `predicted ${label}`), "path")[0]!.getAttribute("d")!),
    );
    expect(places.length).toBeGreaterThan(700);
    expect(places.filter(({ x, y, decision }) => isInside(rings[1]!, x, y) !== decision)).toEqual([]);
    expect(places.filter(({ x, y, decision }) => isInside(rings[0]!, x, y) === decision)).toEqual([]);
  });

  test("plot_decision_boundary's regions in the PNG have the colours of their class", () => {
    const png = pngOf(bundle);
    const colors = { true: "#5e4fa2", false: "#9e0142" };
    expect(places.filter(({ decision }) => decision).length).toBeGreaterThan(200);
    expect(places.filter(({ x, y, decision }) => pixel(png, 2 * x, 2 * y) !== colors[`${decision}`])).toEqual(
      [],
    );
  });

  test("plot_decision_boundary draws the data on top, and names everything in the legend", () => {
    const groups = ["predicted 0", "predicted 1", "y = 0 (red)", "y = 1 (blue)"];
    expect(texts(document).slice(0, 5)).toEqual([options.title, ...groups]);
    expect(groups.map((name) => elements(traceGroup(document, name), "use").length)).toEqual([
      0, 0, 150, 150,
    ]);
    expect(
      groups.map((name) => svg.indexOf(`<g><title>${name}`)).every((at, i, all) => at > (all[i - 1] ?? 0)),
    ).toBe(true);
  });

  test("plot_decision_boundary shows the ranges it is given", () => {
    const labels = texts(document).filter((text) => /^−?\d/.test(text));
    const axis = ["−1.5", "−1.0", "−0.5", "0.0", "0.5", "1.0", "1.5"];
    expect(labels).toEqual([...axis, ...axis]);
  });

  test("plot_decision_boundary says what share is blue and how many points are in their own region", () => {
    const x = Array.from(train_X.dataSync());
    const right = Array.from(train_Y.dataSync()).filter(
      (y, i) => slanted(x[i]!, x[300 + i]!) === (y === 1),
    ).length;
    const said = /(\d+) of the 300 lie in the region of their own class/.exec(alt);
    expect(Math.abs(Number(said?.[1]) - right)).toBeLessThanOrEqual(5);
    const share = places.filter(({ decision }) => decision).length / places.length;
    expect(Math.abs(Number(/in about (\d+)% of the area/.exec(alt)?.[1]) / 100 - share)).toBeLessThanOrEqual(
      0.06,
    );
    expect(alt).toContain(
      "Model with He initialization: what the model predicts for x1 from -1.5 to 1.5 and x2 from -1.5 to 1.5.",
    );
    expect(alt).toContain("150 with y = 0 (red circles) and 150 with y = 1 (blue diamonds)");
  });

  test.each([
    [true, "The model predicts 1 (blue) everywhere.", "#5e4fa2"],
    [false, "The model predicts 0 (red) everywhere.", "#9e0142"],
  ])("plot_decision_boundary fills the plot when the model says %s everywhere", (answer, words, color) => {
    const all = shownBundle(() =>
      plot_decision_boundary(
        modelOf(() => answer),
        train_X,
        train_Y,
        options,
      ),
    );
    const png = pngOf(all);
    const { left, top, width, height } = plotArea(parsed(imageOf(all).svg));
    const corners = [4, width - 4].flatMap((x) =>
      [4, height - 4].map((y) => pixel(png, 2 * (left + x), 2 * (top + y))),
    );
    expect(corners).toEqual(Array<string>(4).fill(color));
    expect(all["text/plain"]).toContain(words);
  });

  test("plot_decision_boundary takes 0 and 1 of any type of number", () => {
    const asked = (dtype: "bool" | "int32" | "float32") =>
      shownBundle(() =>
        plot_decision_boundary((x) => modelOf(slanted)(x).cast(dtype), train_X, train_Y, options),
      );
    expect(asked("int32")).toEqual(bundle);
    expect(asked("float32")).toEqual(bundle);
  });

  test("plot_decision_boundary keeps an output small, also of a model that answers by chance", () => {
    let state = 1;
    const chance = () => {
      state = (state * 48271) % 2147483647;
      return state % 2 === 0;
    };
    const noise = shownBundle(() => plot_decision_boundary(modelOf(chance), train_X, train_Y, options));
    const size = (shown: Bundle): number => JSON.stringify(shown).length;
    expect(size(bundle)).toBeLessThan(190_000);
    expect(size(noise)).toBeLessThan(400_000);
  });

  test("plot_decision_boundary shows the whole grid by default, whatever the distance of its points", () => {
    const X = tf.tensor([
      [0, 10],
      [0, 1],
    ]);
    const coarse = shownBundle(() =>
      plot_decision_boundary(
        modelOf((x) => x >= 5),
        X,
        tf.tensor([[0, 1]]),
        { step: 0.5 },
      ),
    );
    expect(coarse["text/plain"]).toContain(
      "Decision boundary: what the model predicts for x1 from -1 to 11 and x2 from -1 to 2.",
    );
    expect(coarse["text/plain"]).toContain("in about 50% of the area");
  });

  const fine = modelOf(() => true);
  const nameOfResult = "plot_decision_boundary: the result of model (for points of shape (";
  test.each<[string, unknown, unknown, typeof TypeError, string]>([
    ["no function", 3, {}, TypeError, "plot_decision_boundary: model must be a function, but it is 3"],
    ["undefined from the model", () => undefined, {}, TypeError, nameOfResult],
    ["a promise from the model", async () => 1, {}, TypeError, "is an `await` missing?"],
    [
      "the transposed result",
      (x: tf.Tensor) => fine(x).transpose(),
      {},
      TypeError,
      "must be a tensor of shape (1, ",
    ],
    [
      "probabilities",
      (x: tf.Tensor) => tf.mul(tf.ones([1, x.shape[0]!]), 0.7),
      {},
      RangeError,
      "but it holds 0.7; probabilities have to be compared with 0.5 first",
    ],
    [
      "twos",
      (x: tf.Tensor) => tf.mul(tf.ones([1, x.shape[0]!]), 2),
      {},
      RangeError,
      "must hold 0/1 or true/false only, but it holds 2",
    ],
    [
      "NaN",
      (x: tf.Tensor) => tf.mul(tf.ones([1, x.shape[0]!]), Number.NaN),
      {},
      RangeError,
      "but it holds NaN",
    ],
    [
      "a step of 0",
      fine,
      { step: 0 },
      RangeError,
      "plot_decision_boundary: step must be a number above 0, but it is 0",
    ],
    [
      "a tiny step",
      fine,
      { step: 1e-6 },
      RangeError,
      "plot_decision_boundary: step must leave at most 2000000 grid points",
    ],
    [
      "a range upside down",
      fine,
      { x_range: [1, -1] },
      RangeError,
      "plot_decision_boundary: x_range must be two numbers, the lower one first, but it is [1, -1]",
    ],
    [
      "a range of one number",
      fine,
      { y_range: 1.5 },
      TypeError,
      "plot_decision_boundary: y_range must be two numbers",
    ],
  ])("plot_decision_boundary refuses %s", (_, model, given, kind, message) => {
    const call = plot_decision_boundary as (...values: unknown[]) => void;
    const refused = expect(() => call(model, train_X, train_Y, given));
    refused.toThrow(kind);
    refused.toThrow(message);
  });

  test("plot_decision_boundary refuses points and classes that do not fit each other", () => {
    const short = tf.zeros([1, 5]);
    expect(() => plot_decision_boundary(fine, train_X, short)).toThrow(
      "plot_decision_boundary: y must be a tensor of shape (1, 300), but it is a float32 tensor of shape (1, 5)",
    );
    expect(() => plot_decision_boundary(fine, train_X.transpose(), train_Y)).toThrow(
      "plot_decision_boundary: X must be a tensor of shape (2, m)",
    );
  });

  test("plot_decision_boundary lets an error of the model through as it is", () => {
    const error = new Error("mine");
    const call = () =>
      plot_decision_boundary(
        () => {
          throw error;
        },
        train_X,
        train_Y,
      );
    expect(call).toThrow(error);
  });
});
