import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { places } from "../../setup/process/places.mjs";
import { readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { executeNotebook, jupyterEnvironment, root } from "../notebooks/executeNotebook.js";
import { type OpenedBrowser, openBrowser } from "./openBrowser.js";
import { hoverValues, waitForLivePlot } from "./plotOnPage.js";

const screenshots = join(root, ".cache", "screenshots", "live");

describe("the solved notebook, exported to HTML by nbconvert", () => {
  let folder: string;
  let opened: OpenedBrowser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "initlab-exported-"));
    const solved = await readNotebook(join(root, "notebooks/instructor/Initialization.ipynb"));
    await writeNotebook(join(folder, "solved.ipynb"), await executeNotebook(solved));
    await promisify(execFile)(
      places(root).python,
      ["-I", "-m", "nbconvert", "--to", "html", "solved.ipynb"],
      {
        cwd: folder,
        env: jupyterEnvironment(folder),
      },
    );
    opened = await openBrowser();
  }, 300_000);

  afterAll(async () => {
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens the file as a double click does, on a machine without a network; gives what it asked of the network. */
  async function open(
    javaScriptEnabled: boolean,
  ): Promise<{ page: Page; asked: string[]; thrown: string[] }> {
    const context = await opened.browser.newContext({ offline: true, javaScriptEnabled });
    const page = await context.newPage();
    const asked: string[] = [];
    const thrown: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).hostname));
    page.on("pageerror", (error) => thrown.push(String(error)));
    await page.goto(pathToFileURL(join(folder, "solved.html")).href);
    return { page, asked: asked, thrown };
  }

  it("has live plots, without a network", async () => {
    const { page, asked } = await open(true);
    const outputs = page.locator(".jp-OutputArea-output:has(img)");
    expect(await outputs.count()).toBe(7);
    for (let index = 6; index >= 0; index--) {
      const output = outputs.nth(index);
      await output.scrollIntoViewIfNeeded();
      const plot = await waitForLivePlot(output);
      expect(Number.isFinite((await hoverValues(page, plot)).x), `${index}`).toBe(true);
    }
    await page.screenshot({ path: join(screenshots, "exported.png") });
    // nbconvert's own pages name these: RequireJS and MathJax.
    const others = asked.filter((host) => host !== "" && host !== "cdnjs.cloudflare.com");
    expect(others).toEqual([]);
  }, 120_000);

  it("shows pictures, and nothing besides, where scripts do not run", async () => {
    const { page } = await open(false);
    const outputs = page.locator(".jp-OutputArea-output:has(img)");
    expect(await outputs.count()).toBe(7);
    for (let index = 0; index < 7; index++) {
      const picture = outputs.nth(index).locator("img");
      expect((await picture.boundingBox())?.width ?? 0).toBeGreaterThan(500);
      expect((await outputs.nth(index).textContent())?.trim()).toBe("");
    }
  }, 60_000);

  it("holds plotly.js once", async () => {
    const html = await readFile(join(folder, "solved.html"), "utf8");
    expect(html.match(/data-plotly=/g)).toHaveLength(1);
    expect(html.length).toBeLessThan(3_500_000);
  });
});
