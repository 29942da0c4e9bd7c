import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../notebooks/executeNotebook.js";
import { waitForKernel } from "./notebookPage.js";
import { type OpenedBrowser, openBrowser } from "./openBrowser.js";
import { startJupyterLab } from "./startJupyterLab.js";

export interface OpenedCells {
  readonly opened: OpenedBrowser;
  readonly page: Page;
  /** The folder for pictures of the page. */
  readonly screenshots: string;
  /** What the notebook's kernel is called. */
  readonly kernel: string;
  /** Closes the browser, stops JupyterLab, and removes the notebook. */
  close(): Promise<void>;
}

/** Opens a notebook of TypeScript cells, given by their ids, in a JupyterLab and a browser of its own. */
export async function openCells(name: string, cells: Readonly<Record<string, string>>): Promise<OpenedCells> {
  // Below the project, so that the kernel finds the packages; out of sight of everything else.
  const folder = `.cache/${name}-page`;
  const screenshots = join(root, ".cache", "screenshots", name);
  const ends: (() => Promise<void>)[] = [() => rm(join(root, folder), { recursive: true, force: true })];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    for (const needed of [join(root, folder), screenshots]) await mkdir(needed, { recursive: true });
    await writeFile(join(root, folder, "cells.ipynb"), notebookOf(cells));
    const lab = await startJupyterLab(["--ContentsManager.allow_hidden=True"]);
    ends.push(lab.stop);
    const opened = await openBrowser();
    ends.push(opened.close);
    const { page } = opened;
    await page.goto(lab.urlOf(`${folder}/cells.ipynb`), { timeout: 120_000 });
    return { opened, page, screenshots, kernel: await waitForKernel(page), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function notebookOf(cells: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    cells: Object.entries(cells).map(([id, source]) => ({
      cell_type: "code",
      id,
      metadata: {},
      source,
      execution_count: null,
      outputs: [],
    })),
    metadata: { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}
