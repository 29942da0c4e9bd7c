import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../notebooks/executeNotebook.js";
import { waitForKernel } from "./notebookPage.js";
import { type OpenedBrowser, openBrowser } from "./openBrowser.js";
import { type JupyterLab, startJupyterLab } from "./startJupyterLab.js";

const notebook = "notebooks/Initialization.ipynb";
const { cells } = JSON.parse(readFileSync(join(root, notebook), "utf8")) as {
  cells: { cell_type: string; source: string[] }[];
};
const text = cells
  .filter((cell) => cell.cell_type === "markdown")
  .map((cell) => cell.source.join(""))
  .join("\n");
const links = [...text.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)].map(([, title, anchor]) => ({
  title: title!,
  anchor: anchor!,
}));
const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => title!);

describe("the links of the notebook", () => {
  let lab: JupyterLab;
  let opened: OpenedBrowser;

  beforeAll(async () => {
    opened = await openBrowser();
    lab = await startJupyterLab();
    await opened.page.goto(lab.urlOf(notebook), { timeout: 120_000 });
    await waitForKernel(opened.page);
  }, 600_000);

  afterAll(async () => {
    await opened?.close();
    await lab?.stop();
  }, 120_000);

  it("lead to every section and exercise", () => {
    const sections = headings.filter((title) => /^(\d|Exercise)/.test(title));
    expect(sections).toHaveLength(10);
    expect(links.map(({ title }) => title)).toEqual(sections);
  });

  it("name the anchors that nbconvert and JupyterLab give the headings", () => {
    for (const { title, anchor } of links) expect(anchor).toBe(title.replaceAll(" ", "-"));
  });

  it.each(links)("$title is scrolled to when its link is clicked", async ({ title }) => {
    const { page } = opened;
    await page.evaluate(() => globalThis.jupyterapp.shell.currentWidget?.content.scrollToItem(0, "start"));
    await page.locator(".jp-RenderedMarkdown a", { hasText: title }).first().click();
    const heading = page.locator(".jp-RenderedMarkdown :is(h2, h3)", { hasText: title }).first();
    await expect.poll(() => heading.evaluate(isInView), { timeout: 20_000 }).toBe(true);
  });
});

interface Box {
  getBoundingClientRect(): { top: number; bottom: number };
}

/** Whether the upper edge of a heading stands inside the notebook's part of the window. */
function isInView(element: Box): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 50 && bottom <= 1000;
}
