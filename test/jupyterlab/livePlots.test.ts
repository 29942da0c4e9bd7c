import { copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../notebooks/executeNotebook.js";
import { longForm } from "../support/longForm.ts";
import {
  cellPlace,
  codeCellStates,
  type RunAllTimes,
  runAll,
  runCell,
  save,
  waitForKernel,
} from "./notebookPage.js";
import { type OpenedBrowser, openBrowser } from "./openBrowser.js";
import {
  dataArea,
  drag,
  hiddenTraces,
  hoverValues,
  largeScripts,
  pictureOf,
  rangesOf,
  waitForLivePlot,
} from "./plotOnPage.js";
import { type JupyterLab, startJupyterLab } from "./startJupyterLab.js";

/** Below the project, so that the kernel finds the packages; out of sight of everything else. */
const folder = ".cache/live-plots";
const fresh = `${folder}/fresh.ipynb`;
const untrusted = `${folder}/untrusted.ipynb`;
const screenshots = join(root, ".cache", "screenshots", "live");
/** How much slower than the machine that the limits were set on a machine may be that runs other things too. */
const patience = 5;
const plotly = "application/vnd.plotly.v1+json";

type Bundle = Readonly<Record<string, string>> & {
  readonly [plotly]?: {
    readonly data: readonly { readonly x: readonly number[]; readonly y: readonly number[] }[];
  };
};
interface PlotCell {
  readonly id: string;
  readonly bundle: Bundle;
}

describe("live plots in JupyterLab", () => {
  let lab: JupyterLab;
  let opened: OpenedBrowser;
  let page: Page;
  let times: RunAllTimes;
  let plots: PlotCell[];

  /** The cells with plots as the page's model holds them. */
  const plotCells = async (): Promise<PlotCell[]> =>
    (await codeCellStates(page)).flatMap(({ id, outputs }) =>
      outputs.flatMap(({ data }) => (data && plotly in data ? [{ id, bundle: data as Bundle }] : [])),
    );
  const open = async (notebook: string) => {
    await page.goto(lab.urlOf(notebook), { timeout: 120_000 });
    await waitForKernel(page);
  };
  const livePlotOf = async (id: string): Promise<Locator> => waitForLivePlot(await cellPlace(page, id));
  /** For people to look at; half a second each. */
  const screenshot = async (name: string) => {
    if (longForm) await page.screenshot({ path: join(screenshots, `${name}.png`) });
  };

  beforeAll(async () => {
    await rm(join(root, folder), { recursive: true, force: true });
    for (const needed of [join(root, folder), screenshots]) await mkdir(needed, { recursive: true });
    await copyFile(join(root, "notebooks/instructor/Initialization.ipynb"), join(root, fresh));
    opened = await openBrowser();
    page = opened.page;
    lab = await startJupyterLab(["--ContentsManager.allow_hidden=True"]);
    await open(fresh);
    times = await runAll(page);
    plots = await plotCells();
  }, 1_200_000);

  afterAll(async () => {
    await opened?.close();
    await lab?.stop();
  }, 120_000);

  it("come with the first picture soon, and let the last cell end soon", () => {
    const { firstPicture, lastCell } = times;
    console.info(`Run All: first picture ${firstPicture.toFixed(1)} s, last cell ${lastCell.toFixed(1)} s`);
    expect(firstPicture).toBeLessThanOrEqual(2.5 * patience);
    expect(lastCell).toBeLessThanOrEqual(9 * patience);
  });

  it("take the pictures' places when they are looked at, and say what they show", async () => {
    expect(plots).toHaveLength(7);
    for (const { id, bundle } of plots) {
      const plot = await livePlotOf(id);
      const place = plot.locator("xpath=..");
      expect(await place.getAttribute("role")).toBe("img");
      expect(await place.getAttribute("aria-label")).toBe(bundle["text/plain"]);
      expect(await pictureOf(place)).toEqual({ isSeen: false, alt: bundle["text/plain"] });
      await screenshot(id);
    }
  }, 180_000);

  it("show the values of the point under the mouse", async () => {
    for (const { id, bundle } of plots) {
      const plot = await livePlotOf(id);
      const { x, y } = await hoverValues(page, plot);
      await screenshot(`${id}-hover`);
      const points = bundle[plotly]!.data.flatMap((trace) => trace.x.map((value, i) => [value, trace.y[i]!]));
      const isPoint = points.some(([px, py]) => Math.abs(px! - x) <= 1e-5 && Math.abs(py! - y) <= 1e-5);
      expect(isPoint, `${id}: (${x}, ${y})`).toBe(true);
    }
  }, 180_000);

  it("zoom by dragging, and go back at a double click", async () => {
    const plot = await livePlotOf(plots[2]!.id);
    const before = await rangesOf(plot);
    const { x, y, width, height } = await dataArea(plot);
    await drag(page, [x - width / 4, y - height / 4], [x + width / 4, y + height / 4]);
    const zoomed = await rangesOf(plot);
    await screenshot("zoomed");
    expect(Math.abs((zoomed.x[1]! - zoomed.x[0]!) / (before.x[1]! - before.x[0]!) - 0.5)).toBeLessThanOrEqual(
      0.05,
    );
    await page.mouse.dblclick(x, y);
    await expect.poll(() => rangesOf(plot)).toEqual(before);
  }, 60_000);

  it("hide and show what is clicked in the legend", async () => {
    const plot = await livePlotOf(plots[2]!.id);
    const entries = plot.locator(".legendtoggle");
    expect(await entries.count()).toBe(4);
    await entries.nth(3).click();
    await expect.poll(() => hiddenTraces(plot)).toEqual(["y = 1 (blue)"]);
    await page.waitForTimeout(600);
    await entries.nth(3).click();
    await expect.poll(() => hiddenTraces(plot)).toEqual([]);
  }, 60_000);

  it("move by the keyboard, whose keys JupyterLab leaves to them", async () => {
    const plot = await livePlotOf(plots[2]!.id);
    const before = await rangesOf(plot);
    const cells = (await codeCellStates(page)).map(({ id }) => id);
    await plot.locator("xpath=..").focus();
    for (const key of ["ArrowDown", "ArrowRight", "+"]) await page.keyboard.press(key);
    await screenshot("keyboard");
    const moved = await rangesOf(plot);
    const span = before.x[1]! - before.x[0]!;
    expect(Math.abs(moved.x[0]! - (before.x[0]! + 0.2 * span))).toBeLessThanOrEqual(0.02 * span);
    await page.keyboard.press("0");
    await page.keyboard.press("0");
    await expect.poll(() => rangesOf(plot)).toEqual(before);
    expect((await codeCellStates(page)).map(({ id }) => id)).toEqual(cells);
  }, 60_000);

  it("are given up out of the page, and come back as they were", async () => {
    const plot = await livePlotOf(plots[0]!.id);
    const place = await plot.locator("xpath=..").elementHandle();
    await plot.locator("xpath=..").focus();
    await page.keyboard.press("+");
    const zoomed = await rangesOf(plot);
    const output = await place!.evaluateHandle((element) => element.parentElement!);
    await place!.evaluate((element) => element.remove());
    await expect.poll(() => place!.evaluate((element) => element.children.length)).toBe(1);
    await output.evaluate((parent, child) => parent.append(child as never), place);
    await waitForLivePlot(await cellPlace(page, plots[0]!.id));
    expect(await rangesOf(plot)).toEqual(zoomed);
  }, 60_000);

  it("are carried by one output, also after cells ran again, in a file below 3 MB", async () => {
    for (const { id } of [plots[0]!, plots[1]!, plots[0]!]) await runCell(page, id);
    await save(page);
    const text = await readFile(join(root, fresh), "utf8");
    const { size } = await stat(join(root, fresh));
    console.info(`The solved notebook with its outputs: ${(size / 1e6).toFixed(2)} MB`);
    expect(text.match(/data-plotly=/g)).toHaveLength(1);
    expect(text.match(/data:image\/svg\+xml/g)).toHaveLength(7);
    expect(size).toBeLessThan(3_000_000);
    await livePlotOf(plots[0]!.id);
  }, 120_000);

  it("are live again when a trusted notebook is opened, and run plotly.js once, not before it is needed", async () => {
    await page.setViewportSize({ width: 1280, height: 300 });
    const scripts = await largeScripts(page);
    await open(fresh);
    await page.waitForTimeout(2000);
    expect(scripts).toHaveLength(0);
    await page.setViewportSize({ width: 1280, height: 1000 });
    for (const { id } of [...plots].reverse()) await livePlotOf(id);
    expect(scripts).toHaveLength(1);
  }, 180_000);

  it("are pictures when an untrusted notebook is opened", async () => {
    const text = await readFile(join(root, fresh), "utf8");
    await writeFile(join(root, untrusted), text.replace(/"source": \[\n\s*"/, "$&Changed elsewhere. "));
    await open(untrusted);
    for (const { id, bundle } of longForm ? plots : plots.slice(0, 3)) {
      const place = await cellPlace(page, id);
      await page.waitForTimeout(700);
      expect(await pictureOf(place)).toEqual({ isSeen: true, alt: bundle["text/plain"] });
      expect(await place.locator("script, .js-plotly-plot, [onload]").count(), id).toBe(0);
      const shown = place.locator(".jp-OutputArea-output:has(img)");
      expect((await shown.textContent())?.trim(), id).toBe("");
      await screenshot(`${id}-untrusted`);
    }
  }, 120_000);

  it("ask nothing of any other machine, and throw nothing in the page", () => {
    expect(opened.outside).toEqual([]);
    expect(opened.exceptions).toEqual([]);
  });
});
