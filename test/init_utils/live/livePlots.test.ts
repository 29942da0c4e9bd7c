import { load_dataset, plot_costs, plot_decision_boundary, tf } from "init_utils";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenedBrowser, openBrowser } from "../../jupyterlab/openBrowser.js";
import { hoverValues, largeScripts, waitForLivePlot } from "../../jupyterlab/plotOnPage.js";
import { shownBundle } from "../../support/shownPlot.js";

const html = (f: () => void): string => shownBundle(f)["text/html"]!;
const carrier = html(load_dataset);
const costs = html(() => plot_costs([0.883, 0.688, 0.675, 0.653], { learning_rate: 0.01 }));
const hostileTitle = `<b>a</b> & "b" $x$ </script><img src=x onerror="window.hacked=1">`;

/** A page of outputs, put in as notebooks do it: as HTML set in an element, with a screen of space between. */
const pageOf = (...outputs: string[]) =>
  `<!doctype html><body>${outputs.map((one) => `<div class="output">${one}</div><div style="height:1500px"></div>`).join("")}`;

describe("livePlots", () => {
  let opened: OpenedBrowser;
  let page: OpenedBrowser["page"];
  beforeAll(async () => {
    opened = await openBrowser();
    page = opened.page;
  }, 30_000);
  afterAll(() => opened?.browser.close());
  beforeEach(async () => {
    // A page of its own: what a test puts into the page would otherwise keep the globals of the one before.
    await page.goto("about:blank");
    await page.setViewportSize({ width: 1280, height: 1000 });
  });

  const output = (index: number) => page.locator(".output").nth(index);
  /** Adds an output to the page that is open, as a front end does when a cell has run. */
  const add = (content: string) =>
    page.locator("body").evaluate((body, text) => {
      const place = (body as unknown as { appendChild<T>(child: T): T }).appendChild(
        (
          globalThis as unknown as {
            document: { createElement(name: string): { className: string; innerHTML: string } };
          }
        ).document.createElement("div"),
      );
      place.className = "output";
      place.innerHTML = text;
    }, content);

  test("livePlots leaves a picture where nothing carries plotly.js, until something does", async () => {
    await page.setContent(pageOf(costs));
    await page.waitForTimeout(1000);
    expect(await page.locator(".js-plotly-plot").count()).toBe(0);
    expect((await output(0).locator("img").boundingBox())?.height).toBe(400);
    await add(carrier);
    const plot = await waitForLivePlot(output(0));
    expect(await hoverValues(page, plot)).toEqual({ x: 3, y: 0.653 });
  }, 30_000);

  test("livePlots runs plotly.js once, however many outputs carry it, and not for plots off the screen", async () => {
    const scripts = await largeScripts(page);
    await page.setContent(pageOf("<p>text</p>", carrier, carrier, costs));
    await page.waitForTimeout(1500);
    expect(scripts).toHaveLength(0);
    for (const index of [3, 2, 1]) {
      await output(index).scrollIntoViewIfNeeded();
      await waitForLivePlot(output(index));
    }
    expect(scripts).toHaveLength(1);
    expect(await page.locator("[data-plotly]").count()).toBe(0);
  }, 30_000);

  test("livePlots leaves alone what the page itself calls Plotly and module", async () => {
    await page.setContent(pageOf(costs));
    await page.evaluate("globalThis.Plotly = 'theirs'; globalThis.module = { exports: 'theirs' };");
    await add(carrier);
    await waitForLivePlot(output(0));
    expect(await page.evaluate("[Plotly, module.exports, typeof moduleName]")).toEqual([
      "theirs",
      "theirs",
      "undefined",
    ]);
  }, 30_000);

  test("livePlots shows a title as it is, whatever it says", async () => {
    const X = tf.tensor([
      [0, 1],
      [0, 1],
    ]);
    const model = (points: tf.Tensor) => tf.ones([1, points.shape[0]!]);
    const plot = html(() =>
      plot_decision_boundary(model, X, tf.tensor([[0, 1]]), { title: hostileTitle, step: 0.1 }),
    );
    await page.setContent(pageOf(plot, carrier));
    const live = await waitForLivePlot(output(0));
    const title = (await live.locator(".g-gtitle").textContent())?.replaceAll(/\s+/g, "");
    expect(title).toBe(hostileTitle.replaceAll(/\s+/g, ""));
    expect(await page.evaluate("typeof hacked")).toBe("undefined");
  }, 30_000);

  test.each([
    [900, 640],
    [480, 464],
    [200, 184],
  ])(
    "livePlots fits a page that is %i pixels wide, and the mouse still finds the points",
    async (width, expected) => {
      await page.setContent(pageOf(costs, carrier));
      const plot = await waitForLivePlot(output(0));
      await page.setViewportSize({ width, height: 1000 });
      await expect.poll(async () => Math.round((await plot.boundingBox())?.width ?? 0)).toBe(expected);
      const inner = await plot.locator(".main-svg").first().boundingBox();
      expect(Math.abs((inner?.width ?? 0) - expected)).toBeLessThanOrEqual(1);
      const box = await output(0).boundingBox();
      expect(Math.abs((inner?.height ?? 0) - (box?.height ?? 0))).toBeLessThanOrEqual(2);
      await page.waitForTimeout(500);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      const { x, y } = await hoverValues(page, plot);
      expect([x, y]).toEqual([3, 0.653]);
    },
    60_000,
  );

  test("livePlots asks nothing of any other machine, and throws nothing in the page", () => {
    expect(opened.outside).toEqual([]);
    expect(opened.exceptions).toEqual([]);
  });
});
