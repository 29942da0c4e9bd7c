import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { places } from "../../../setup/process/places.mjs";
import { root } from "../../notebooks/executeNotebook.js";
import type { ToolbarChoice } from "../../support/nbgraderToolbar.ts";

/**
 * Puts nbgrader's extension of JupyterLab, as pip installed it for the tests, into a folder of extensions; pages that are
 * opened afterwards have it.
 */
export async function addNbgrader(extensions: string): Promise<void> {
  const installed = join(places(root).testVenv, "share/jupyter/labextensions/@jupyter/nbgrader");
  await mkdir(join(extensions, "@jupyter"), { recursive: true });
  await symlink(installed, join(extensions, "@jupyter/nbgrader"));
}

const sidebar = ".nbgrader-CreateAssignmentWidget";

/** Opens the sidebar "Create Assignment". */
export async function openSidebar(page: Page): Promise<void> {
  await page.locator(".jp-SideBar .lm-TabBar-tab", { hasText: "Create Assignment" }).click();
  await page.locator(`${sidebar} .nbgrader-CellWidget`).first().waitFor();
}

/** Chooses type, id and points of a cell, as far as the sidebar offers them. */
export async function chooseInSidebar(
  page: Page,
  index: number,
  { type, id, points = Number.NaN }: ToolbarChoice,
): Promise<void> {
  const cell = page.locator(`${sidebar} .nbgrader-CellWidget`).nth(index);
  await cell.locator(".nbgrader-CellType select").selectOption(type);
  for (const [field, value] of [
    ["Id", id],
    ["Points", Number.isNaN(points) ? undefined : String(points)],
  ] as const) {
    if (value === undefined) continue;
    await cell.locator(`.nbgrader-Cell${field} input`).fill(value);
    await page.keyboard.press("Tab");
  }
}
