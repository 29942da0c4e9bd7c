import type { Locator, Page } from "playwright-core";

/** What is used of a live plot's element: plotly.js keeps its state there. */
interface PlotElement {
  readonly data: readonly { readonly name: string; readonly visible?: unknown }[];
  readonly layout: Readonly<Record<"xaxis" | "yaxis", { readonly range: readonly number[] }>>;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The live plot below an element, once it can be seen. */
export async function waitForLivePlot(place: Locator): Promise<Locator> {
  const plot = place.locator(".js-plotly-plot");
  await plot.locator(".main-svg").first().waitFor({ state: "visible", timeout: 60_000 });
  await plot.scrollIntoViewIfNeeded();
  return plot;
}

/** The one picture of a plot: whether it is drawn on the page, and its description. */
export async function pictureOf(place: Locator): Promise<{ isSeen: boolean; alt: string | null }> {
  const picture = place.locator("img");
  const box = await picture.boundingBox();
  return {
    isSeen: (box?.width ?? 0) > 100 && (box?.height ?? 0) > 100,
    alt: await picture.getAttribute("alt"),
  };
}

/** What is shown of the axes. */
export function rangesOf(plot: Locator): Promise<{ x: readonly number[]; y: readonly number[] }> {
  return plot.evaluate((element) => {
    const { layout } = element as unknown as PlotElement;
    return { x: [...layout.xaxis.range], y: [...layout.yaxis.range] };
  });
}

/** The names of the traces that the reader has hidden. */
export function hiddenTraces(plot: Locator): Promise<string[]> {
  return plot.evaluate((element) =>
    (element as unknown as PlotElement).data
      .filter(({ visible }) => visible === "legendonly")
      .map(({ name }) => name),
  );
}

/** The middle of the plot within its axes, and its size. */
export async function dataArea(plot: Locator): Promise<Place & { width: number; height: number }> {
  return middleOf(plot.locator(".nsewdrag").first());
}

/** Points at a marker, and reads the values that appear. */
export async function hoverValues(page: Page, plot: Locator): Promise<Place> {
  const { x, y } = await middleOf(plot.locator(".scatterlayer .point").nth(3));
  await page.mouse.move(x - 4, y - 4);
  await page.mouse.move(x, y, { steps: 4 });
  const label = plot.locator(".hoverlayer .hovertext").first();
  await label.waitFor({ timeout: 5000 });
  const lines = await label.locator("tspan.line").allTextContents();
  const values = lines.map((line) => Number(line.replace(/^.*: /, "").replace("\u2212", "-")));
  return { x: values.at(-2) ?? Number.NaN, y: values.at(-1) ?? Number.NaN };
}

export async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await page.mouse.up();
}

/** The sizes of the very large scripts that the page runs from now on: a list that grows. */
export async function largeScripts(page: Page): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const sizes: number[] = [];
  // This tells of all scripts that the page has run before, too.
  await session.send("Debugger.enable");
  session.on("Debugger.scriptParsed", ({ length }) => {
    if (length && length > 4_000_000) sizes.push(length);
  });
  return sizes;
}

async function middleOf(part: Locator): Promise<Place & { width: number; height: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error("middleOf: it cannot be seen");
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
